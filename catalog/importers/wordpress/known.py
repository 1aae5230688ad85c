"""What was taken of a site before, and remembering what is taken now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from catalog.importers.wxr import Item
from catalog.models import Drama, ImportedPost, Page, Picture, Redirect

THE_SITE = 0  # no post has this number


class Fate(StrEnum):
    DRAMA = "drama"
    PAGE = "page"
    PICTURE = "picture"
    THERE = "there"
    LEFT = "left"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """``reason`` says why an item was not taken; ``notes`` what of a taken one was not."""

    item: Item
    fate: Fate
    reason: str = ""
    place: str = ""
    notes: Sequence[str] = field(default=())


def there(source: str, items: Iterable[Item]) -> set[int]:
    """The numbers of those that were taken before."""
    rows = ImportedPost.objects.filter(source=source, number__in=[item.number for item in items])
    return set(rows.values_list("number", flat=True))


def dramas_of(source: str, numbers: Iterable[int]) -> dict[int, Drama]:
    """Which dramas the posts have become."""
    rows = ImportedPost.objects.filter(
        source=source, number__in=list(numbers), drama__isnull=False
    ).select_related("drama")
    return {row.number: row.drama for row in rows if row.drama}


def remember(source: str, taken: Iterable[tuple[Item, Drama | Page | Picture]]) -> None:
    ImportedPost.objects.bulk_create(
        ImportedPost(source=source, number=item.number, **{_column(noun): noun})
        for item, noun in taken
    )


def is_finished(source: str) -> bool:
    """Whether a run came to its end: then the addresses of the whole site lead somewhere."""
    return ImportedPost.objects.filter(source=source, number=THE_SITE).exists()


def finish(source: str) -> None:
    ImportedPost.objects.get_or_create(source=source, number=THE_SITE)


def lead(pairs: Iterable[tuple[str, Drama | Page | Picture | str]]) -> None:
    """Old addresses to nouns or paths; where one leads already it stays so."""
    Redirect.objects.bulk_create(
        (
            Redirect(old=old, **{"address" if isinstance(to, str) else _column(to): to})
            for old, to in pairs
        ),
        ignore_conflicts=True,
        batch_size=100,
    )


def _column(noun: Drama | Page | Picture) -> str:
    return str(noun._meta.model_name)
