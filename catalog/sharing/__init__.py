"""The picture that other sites show beside a link to a page of ours (1200 by 630 pixels)."""

from catalog.sharing.card import Card, card_of_drama, card_of_person, card_of_site
from catalog.sharing.kept import kept_jpeg

__all__ = ["Card", "card_of_drama", "card_of_person", "card_of_site", "kept_jpeg"]
