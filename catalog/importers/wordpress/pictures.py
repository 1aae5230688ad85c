"""Attachments as pictures: in the galleries of dramas, or kept for the pages that show them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from catalog.images.upload import AcceptedPicture, new_picture
from catalog.importers.texts import one_line
from catalog.importers.wordpress.known import Fate, Outcome, dramas_of, lead, remember, there
from catalog.importers.wordpress.media import Media, MissingFileError
from catalog.importers.wordpress.stage import Shown
from catalog.importers.wordpress.take import Taking
from catalog.importers.wxr import Item
from catalog.models import Drama, GalleryImage, Picture
from catalog.pictures import keep

ALT, CAPTION = 300, 300


class Pictures:
    def __init__(self, taking: Taking, media: Media) -> None:
        self._taking, self._media = taking, media

    def take(self, items: Sequence[Item]) -> Iterator[Outcome]:
        """Decoding takes long, and holds no transaction open."""
        known = there(self._taking.source, items)
        for item in items:
            if item.number in known:
                yield Outcome(item, Fate.THERE)
                continue
            try:
                yield self._take(item)
            except MissingFileError as why:
                self._lead_to_owner(item)
                yield Outcome(item, Fate.LEFT, str(why))

    def _take(self, item: Item) -> Outcome:
        if self._taking.dry_run:
            self._media.path_of(item)
            return Outcome(item, Fate.PICTURE)
        accepted = self._media.read(item)
        with transaction.atomic():
            picture, notes = self._write(item, accepted)
        return Outcome(item, Fate.PICTURE, place=picture.original.url, notes=notes)

    def _write(self, item: Item, accepted: AcceptedPicture) -> tuple[Picture, list[str]]:
        taking = self._taking
        shown = taking.stage.showing(item.number)
        dramas = dramas_of(taking.source, {each.owner for each in shown})
        alt = item.meta.get("_wp_attachment_image_alt", "") or next(
            (each.alt for each in shown if each.alt), ""
        )
        featured = [dramas[e.owner] for e in shown if e.role == "featured" and e.owner in dramas]
        if featured and not alt:
            alt = _alt_of_featured(featured[0], is_poster=accepted.height > accepted.width)
        picture = keep(new_picture(accepted, alt=one_line(alt)[:ALT]))
        for drama in featured:
            _feature(drama, picture)
        others = [each for each in shown if each.owner in dramas and each.role == "gallery"]
        for owner in dict.fromkeys(each.owner for each in others):
            if dramas[owner] not in featured or _is_listed(others, owner):
                self._hang(dramas[owner], picture, item, owner)
        remember(taking.source, [(item, picture)])
        lead((old, picture) for old in taking.old.of_file(item))
        place: Drama | Picture = next(iter(dramas.values()), picture)
        lead((old, place) for old in taking.old.of_item(item))
        wait = _("it is not shown before somebody says what it shows")
        return picture, [] if picture.is_described else [wait]

    def _hang(self, drama: Drama, picture: Picture, item: Item, owner: int) -> None:
        order = self._taking.stage.place_in(owner, item.number)
        caption = one_line(strip_tags(item.excerpt))[:CAPTION]
        GalleryImage(drama=drama, picture=picture, caption=caption, order=order).save()
        Drama.objects.filter(pk=drama.pk).update(changed_at=timezone.now())

    def _lead_to_owner(self, item: Item) -> None:
        """The page of an attachment without its file leads to the post that showed it."""
        if self._taking.dry_run or not item.parent:
            return
        dramas = dramas_of(self._taking.source, [item.parent])
        if drama := dramas.get(item.parent):
            lead((old, drama) for old in self._taking.old.of_item(item))


def _is_listed(shown: Sequence[Shown], owner: int) -> bool:
    """Whether its post shows it beside being its parent."""
    return sum(each.owner == owner for each in shown) > 1


def _alt_of_featured(drama: Drama, *, is_poster: bool) -> str:
    said = _("Poster of “%(title)s”") if is_poster else _("Picture of “%(title)s”")
    return said % {"title": drama.title}


def _feature(drama: Drama, picture: Picture) -> None:
    """What stands upright is a poster, what lies a backdrop; an editor's own stays."""
    column = "poster" if picture.height > picture.width else "backdrop"
    rows = Drama.objects.filter(pk=drama.pk, **{f"{column}__isnull": True})
    rows.update(**{column: picture}, changed_at=timezone.now())
