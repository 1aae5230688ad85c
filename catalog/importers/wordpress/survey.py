"""The whole of an export, read once: what each item is, and what the terms seem to be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from pyroaring import BitMap64

from catalog.importers.wordpress.body import GALLERY, IDS
from catalog.importers.wordpress.layout import Layout, layout_of
from catalog.importers.wordpress.mapping import Key, Mapping, PostBecomes, propose
from catalog.importers.wordpress.stage import Stage
from catalog.importers.wordpress.state import why_left
from catalog.importers.wxr import Author, Item, Site, Term

MOST_PICTURES = 500  # of one post


@dataclass(slots=True)
class Survey:
    """``used`` counts the posts of each term, ``of_dramas`` the dramas among them."""

    stage: Stage = field(default_factory=Stage)
    address: str = ""
    terms: dict[Key, Term] = field(default_factory=dict)
    authors: list[Author] = field(default_factory=list)
    used: Counter[Key] = field(default_factory=Counter)
    of_dramas: Counter[Key] = field(default_factory=Counter)

    def guessed(self) -> Mapping:
        return Mapping(propose(self.terms.values(), self.of_dramas))


def survey(parts: Iterable[object], mapping: Mapping | None = None) -> Survey:
    """Reads all of it, and so finds out whether the file is whole."""
    found, met = Survey(), BitMap64()
    said = mapping.posts if mapping else {}
    for part in parts:
        match part:
            case Site(address):
                found.address = address
            case Term():
                found.terms[part.taxonomy, part.slug] = part
            case Author():
                found.authors.append(part)
            case Item():
                _put(found, part, met, said.get(part.number))
    found.stage.settle()
    return found


def _put(found: Survey, item: Item, met: BitMap64, said: PostBecomes | None) -> None:
    if reason := why_left(item):
        found.stage.put(item, "left", reason)
    elif not item.number or item.number in met:
        found.stage.put(item, "refused", _("it has no number, or that of an earlier one"))
    elif item.too_long:
        found.stage.put(item, "refused", _("%s is too long for any page") % item.too_long)
    elif said == PostBecomes.NOTHING:
        found.stage.put(item, "left", _("the mapping leaves it out"))
    elif item.kind == "attachment":
        found.stage.put(item, "picture")
        if item.parent:
            found.stage.show(item.parent, "gallery", item.number)
    else:
        _put_post(found, item, said)
    met.add(item.number)


def _put_post(found: Survey, item: Item, said: PostBecomes | None) -> None:
    found.used.update(item.terms)
    layout = layout_of(item.content, item.title)
    is_drama = said == PostBecomes.DRAMA or (said is None and layout.is_of_a_drama)
    found.stage.put(item, "drama" if is_drama else "page")
    if is_drama:
        found.of_dramas.update(item.terms)
        _show(found.stage, item, layout)


def _show(stage: Stage, item: Item, layout: Layout) -> None:
    featured = item.meta.get("_thumbnail_id", "")
    if featured.isdecimal() and len(featured) < 19:
        stage.show(item.number, "featured", int(featured))
    numbers = (
        number
        for gallery in GALLERY.findall(item.content)
        if (ids := IDS.search(gallery))
        for number in re.findall(r"\d{1,18}", ids[1])
    )
    for _n, number in zip(range(MOST_PICTURES), numbers, strict=False):
        stage.show(item.number, "gallery", int(number))
    for line in layout.pictures[:MOST_PICTURES]:
        stage.show(item.number, "gallery", line.number, line.address, alt=line.text)
