"""Pictures of TMDB for a drama's gallery, each of them once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.claims import Claims, moment
from catalog.images import accept_upload, new_picture
from catalog.importers import cells
from catalog.importers.cells import Row
from catalog.importers.tmdb.people import part
from catalog.models import Drama, ExternalId, GalleryImage, ImageKind, Source

CREDIT = "TMDB"
MOST_BACKDROPS = 8


@dataclass(frozen=True, slots=True)
class PictureRecord:
    """``path`` is TMDB's, ``kind`` a value of ImageKind."""

    path: str
    kind: str


def pictures_in(details: Row) -> tuple[PictureRecord, ...]:
    """The chosen poster and backdrop first, then the best other backdrops."""
    chosen = [
        PictureRecord(cells.text(details, name, 200), kind)
        for name, kind in (
            ("poster_path", ImageKind.POSTER),
            ("backdrop_path", ImageKind.BACKDROP),
        )
    ]
    rows = cells.objects(part(details, "images"), "backdrops")[:MOST_BACKDROPS]
    others = (PictureRecord(cells.text(row, "file_path", 200), ImageKind.BACKDROP) for row in rows)
    return tuple(dict.fromkeys(each for each in (*chosen, *others) if each.path))


def remaining(drama: Drama, pictures: tuple[PictureRecord, ...]) -> list[PictureRecord]:
    """Those that the drama was never given."""
    given = Claims(drama.external_ids.get(source=Source.TMDB), "").given("pictures") or []
    return [each for each in pictures if each.path not in given]


def take_pictures(
    drama: Drama, pictures: tuple[PictureRecord, ...], fetch: Callable[[str], bytes]
) -> Iterator[str]:
    """Fetch those that the drama was never given; yields what went wrong with one."""
    source = drama.external_ids.get(source=Source.TMDB)
    for each in remaining(drama, pictures):
        try:
            accepted = accept_upload(ContentFile(fetch(each.path)))
        except ValidationError as error:
            yield f"{each.path}: {' '.join(error.messages)}"
            continue
        _keep(drama, source, each, new_picture(accepted, alt=_alt(drama, each), credit=CREDIT))


def _alt(drama: Drama, picture: PictureRecord) -> str:
    if picture.kind == ImageKind.POSTER:
        return _("Poster of %s") % drama.title
    return _("Picture from %s") % drama.title


@transaction.atomic
def _keep(drama: Drama, source: ExternalId, record: PictureRecord, picture: Any) -> None:
    picture.save()
    GalleryImage.objects.create(
        drama=drama, picture=picture, kind=record.kind, order=drama.gallery.count()
    )
    claims = Claims(source, moment(timezone.now()))
    place = "poster" if record.kind == ImageKind.POSTER else "backdrop"
    if getattr(drama, place) is None and place not in claims.fields:
        setattr(drama, place, picture)
        claims.begin(place, record.path)
    drama.save(update_fields=[place, "changed_at"])
    claims.give("pictures", [*(claims.given("pictures") or []), record.path])
    source.save(update_fields=["claims"])
