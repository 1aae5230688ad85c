"""Writing dramas and pages, a lot at a time, each lot whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from catalog.importers.load import Load, Verdict
from catalog.importers.texts import one_line
from catalog.importers.wordpress.addresses import OldSite
from catalog.importers.wordpress.body import body_of
from catalog.importers.wordpress.dramas import record_of
from catalog.importers.wordpress.known import Fate, Outcome, lead, remember, there
from catalog.importers.wordpress.layout import layout_of
from catalog.importers.wordpress.mapping import Mapping
from catalog.importers.wordpress.stage import Stage
from catalog.importers.wordpress.state import state_of
from catalog.importers.wxr import Item
from catalog.models import ExternalId, ImportedPost, Markup, Page, PagePicture, Picture, Source
from catalog.models.synopsis import opening
from catalog.slugs import SlugPool, slug_of
from dramasite import articles

TITLE = 200


class Taking:
    """``source`` is the blog's address, under which its posts are remembered."""

    def __init__(self, source: str, stage: Stage, mapping: Mapping, *, dry_run: bool) -> None:
        self.source, self.stage, self.mapping, self.dry_run = source, stage, mapping, dry_run
        self.old = OldSite(source)

    def dramas(self, items: Sequence[Item]) -> Iterator[Outcome]:
        return self._take(items, self._write_dramas)

    def pages(self, items: Sequence[Item]) -> Iterator[Outcome]:
        return self._take(items, self._write_pages)

    def _take(
        self, items: Sequence[Item], write: Callable[[Sequence[Item]], list[Outcome]]
    ) -> Iterator[Outcome]:
        known = there(self.source, items)
        yield from (Outcome(item, Fate.THERE) for item in items if item.number in known)
        with transaction.atomic():
            outcomes = write([item for item in items if item.number not in known])
            transaction.set_rollback(self.dry_run)
        yield from outcomes

    def _write_dramas(self, items: Sequence[Item]) -> list[Outcome]:
        reads = [
            record_of(
                item,
                layout_of(item.content, item.title),
                self.mapping.labels_of(item.terms),
                self.id_of(item),
                self.old.host,
            )
            for item in items
        ]
        run = Load(as_of=timezone.localdate())
        written = list(run.outcomes(read.record for read in reads))
        ids = [each.record.source_id for each in written if each.verdict != Verdict.REFUSED]
        rows = ExternalId.objects.filter(source=Source.WORDPRESS, value__in=ids)
        dramas = {row.value: row.drama for row in rows.select_related("drama") if row.drama}
        outcomes, taken = [], []
        for item, read, each in zip(items, reads, written, strict=True):
            if each.verdict == Verdict.REFUSED:
                outcomes.append(Outcome(item, Fate.REFUSED, each.reason))
                continue
            drama = dramas[read.record.source_id]
            taken.append((item, drama))
            place = drama.get_absolute_url()
            outcomes.append(Outcome(item, Fate.DRAMA, place=place, notes=read.notes))
        remember(self.source, taken)
        lead((old, drama) for item, drama in taken for old in self.old.of_item(item))
        return outcomes

    def id_of(self, item: Item) -> str:
        """How the drama is known from now on."""
        site = self.source.partition("://")[2]
        site = site if len(site) <= 70 else hashlib.sha256(site.encode()).hexdigest()[:40]
        return f"{site}#{item.number}"

    def _write_pages(self, items: Sequence[Item]) -> list[Outcome]:
        wishes = [slug_of(item.slug or item.title, "page") for item in items]
        pool = SlugPool([Page.objects.all()], [(slug,) for slug in wishes])
        shown: list[list[Picture]] = [[] for _item in items]
        pages = [
            self._page(item, pool.take(slug), pictures)
            for item, slug, pictures in zip(items, wishes, shown, strict=True)
        ]
        Page.objects.bulk_create(pages)
        PagePicture.objects.bulk_create(
            PagePicture(page=page, picture=picture)
            for page, pictures in zip(pages, shown, strict=True)
            for picture in dict.fromkeys(pictures)
        )
        taken = list(zip(items, pages, strict=True))
        remember(self.source, taken)
        lead((old, page) for item, page in taken for old in self.old.of_item(item))
        return [Outcome(item, Fate.PAGE, place=page.get_absolute_url()) for item, page in taken]

    def _page(self, item: Item, slug: str, shown: list[Picture]) -> Page:
        def find(number: int, address: str) -> Picture | None:
            picture = self._picture(number, address)
            if picture:
                shown.append(picture)
            return picture

        publication, publish_at = state_of(item)
        body = body_of(item.content, find, self.old.host)
        words = articles.text_of(strip_tags(body))
        return Page(
            title=(one_line(item.title) or opening(words)[:80] or _("Untitled"))[:TITLE],
            slug=slug,
            summary=one_line(strip_tags(item.excerpt))[:5000],
            body=body,
            markup=Markup.HTML,
            is_dated=item.kind == "post",
            publication=publication,
            publish_at=publish_at,
        )

    def _picture(self, number: int, address: str) -> Picture | None:
        number = number or (self.stage.number_of_file(address) if address else 0)
        rows = ImportedPost.objects.filter(source=self.source, number=number)
        row = rows.select_related("picture").first() if number else None
        return row.picture if row else None
