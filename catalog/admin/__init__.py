"""The editors' side of the catalogue; importing it registers everything."""

from catalog.admin import (
    drama,
    episode,
    finding,
    image,
    merging,
    page,
    person,
    pick,
    redirect,
    taxonomy,
)

__all__ = [
    "drama",
    "episode",
    "finding",
    "image",
    "merging",
    "page",
    "person",
    "pick",
    "redirect",
    "taxonomy",
]
