"""Pictures drawn from a title: always the same for the same drama, each unlike the others."""

from catalog.artwork.backdrop import backdrop_svg
from catalog.artwork.poster import poster_svg
from catalog.artwork.subject import Subject

__all__ = ["Subject", "backdrop_svg", "poster_svg"]
