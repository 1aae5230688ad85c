"""Which pages search engines are told of, and since when each is as it is.

Files are cut by ranges of ids, so that the index of all files asks for no row: it costs the
same for a thousand dramas and for a hundred thousand. ``lastmod`` stands where it is known to
be true: a drama's is the last writing of its facts, or its publication. Replies do not count,
for they are not what the page is about; people and labels keep no such time, and have none.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Exists, Max, Model, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from catalog import models
from catalog.images import Variant
from catalog.models import (
    Country,
    Drama,
    DramaTag,
    GalleryImage,
    Genre,
    Network,
    Person,
    Picture,
    Tag,
)
from catalog.models.drama import BUCKET

MOST = 50_000  # addresses of one file, as the protocol has it
MOST_IMAGES = 10  # of a page: a file of BUCKET such pages stays far below 50 MB
IMAGE_WIDTH = 960
LATELY = 200  # dramas that came out by the clock
LISTS = ("countries", "genres", "networks", "tags", "years")
FIXED = ("home", "dramas", "people", "calendar", *LISTS)
# The newest change of each bucket, in as many steps through an index as there are buckets.
NEWEST_CHANGES = f"""
    WITH RECURSIVE bucket(n) AS (
        SELECT 0 UNION ALL SELECT n + 1 FROM bucket WHERE n < %s
    )
    SELECT n, (
        SELECT max(changed_at) FROM catalog_drama
        WHERE id / {BUCKET} = n AND NOT (publication = 'draft')
    ) FROM bucket
"""  # noqa: S608


class Page(NamedTuple):
    """``path`` of a page, and of the pictures on it."""

    path: str
    changed_at: datetime.datetime | None = None
    images: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class File:
    """``number`` counts from 1; the only one of its section has 1 too."""

    section: str
    number: int
    changed_at: datetime.datetime | None = None


def files() -> list[File]:
    """What the index lists."""
    dramas = [File("dramas", n + 1, at) for n, at in sorted(_newest_changes().items())]
    people = [File("people", n + 1) for n in range(_buckets(Person))]
    return [File("pages", 1), *dramas, *people, *[File("labels", 1)][: len(dramas)]]


def pages_of(section: str, number: int) -> Iterable[Page]:
    """Raises LookupError for a file that there is not."""
    if section in ("pages", "labels") and number == 1:
        return islice(_pages() if section == "pages" else _labels(), MOST)
    if section == "dramas" and 0 < number <= _buckets(Drama):
        return _dramas(number - 1)
    if section == "people" and 0 < number <= _buckets(Person):
        return _people(number - 1)
    raise LookupError(f"{section}-{number}")


def _buckets(noun: type[Model]) -> int:
    last = noun._default_manager.aggregate(last=Max("pk"))["last"]
    return 0 if last is None else last // BUCKET + 1


def _newest_changes() -> dict[int, datetime.datetime]:
    """By bucket; one with nothing but drafts is not there."""
    with connection.cursor() as cursor:
        cursor.execute(NEWEST_CHANGES, [_buckets(Drama) - 1])
        newest = {n: _time(at) for n, at in cursor.fetchall() if at is not None}
    for drama in Drama.objects.out_by_schedule().only("publish_at")[:LATELY]:
        if drama.publish_at:
            n = drama.pk // BUCKET
            newest[n] = max(drama.publish_at, newest.get(n, drama.publish_at))
    return newest


def _time(found: str | datetime.datetime) -> datetime.datetime:
    # SQLite keeps times as text, in UTC, and a cursor gives what is kept.
    at = parse_datetime(found) if isinstance(found, str) else found
    assert at is not None  # noqa: S101 (written by Django)
    return at if timezone.is_aware(at) else at.replace(tzinfo=datetime.UTC)


def _pages() -> Iterator[Page]:
    yield from (Page(reverse(name)) for name in FIXED)
    written = models.Page.objects.published().order_by("pk")
    for page in written.only("slug", "changed_at", "publish_at").iterator():
        since = max(page.changed_at, page.publish_at or page.changed_at)
        yield Page(page.get_absolute_url(), since)


def _dramas(bucket: int) -> Iterator[Page]:
    begin, end = bucket * BUCKET, (bucket + 1) * BUCKET
    gallery = _gallery(begin, end)
    address = _address("drama")
    columns = ("poster__token", "poster__width", "backdrop__token", "backdrop__width")
    rows = Drama.objects.published().filter(pk__gte=begin, pk__lt=end).order_by("pk")
    found = rows.values_list("pk", "slug", "changed_at", "publish_at", *columns)
    for pk, slug, changed_at, publish_at, *own in found.iterator(chunk_size=2000):
        pictures = [each for each in (own[:2], own[2:]) if each[0]] + gallery.get(pk, [])
        since = max(changed_at, publish_at or changed_at)
        yield Page(address.format(slug), since, tuple(map(_image, pictures[:MOST_IMAGES])))


def _gallery(begin: int, end: int) -> dict[int, list[list]]:
    found: defaultdict[int, list[list]] = defaultdict(list)
    rows = GalleryImage.objects.shown().filter(drama__gte=begin, drama__lt=end)
    for pk, *picture in rows.values_list("drama", "picture__token", "picture__width"):
        found[pk].append(picture)
    return found


def _image(picture: list) -> str:
    token, width = picture
    return Variant(Picture(token=token), min(width, IMAGE_WIDTH), "jpg").url


def _people(bucket: int) -> Iterator[Page]:
    rows = Person.objects.published().filter(pk__gte=bucket * BUCKET, pk__lt=(bucket + 1) * BUCKET)
    address = _address("person")
    slugs = rows.order_by("pk").values_list("slug", flat=True)
    return (Page(address.format(slug)) for slug in slugs.iterator(chunk_size=2000))


def _labels() -> Iterator[Page]:
    years = Drama.objects.published().dates("released_on", "year")
    nouns: tuple[type[Any], ...] = (Country, Genre, Network)
    for label in chain(*(noun.objects.in_use() for noun in nouns), _tags()):
        yield Page(label.get_absolute_url())
    for day in years:
        yield Page(reverse("year", args=[day.year]))


def _tags() -> QuerySet[Tag]:
    """Those whose page has a drama on it: not what only gives stories away."""
    tagged = DramaTag.objects.filter(tag=OuterRef("pk"), is_spoiler=False)
    return Tag.objects.filter(Exists(tagged.filter(Exists(_published_outer("drama")))))


def _published_outer(column: str) -> QuerySet[Drama]:
    return Drama.objects.published().filter(pk=OuterRef(column))


def _address(name: str) -> str:
    """Of a noun by its slug, to be formatted: asking for each would take longer than the rows."""
    return reverse(name, args=["slug"]).replace("slug", "{}")
