"""WordPress exports (WXR 1.0 to 1.2), read piece by piece whatever their size."""

from catalog.importers.wxr.items import read_items
from catalog.importers.wxr.parts import Author, Item, Site, Term
from catalog.importers.wxr.reading import Reading, last_part, number_of, read

__all__ = [
    "Author",
    "Item",
    "Reading",
    "Site",
    "Term",
    "last_part",
    "number_of",
    "read",
    "read_items",
]
