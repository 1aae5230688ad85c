"""A post that describes a drama, as our record."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from catalog.importers.airing import minutes
from catalog.importers.channels import networks_in
from catalog.importers.records import (
    CreditRecord,
    DramaRecord,
    FiguresRecord,
    LinkRecord,
    TagRecord,
    TitleRecord,
)
from catalog.importers.scripts import language_of_script
from catalog.importers.texts import one_line, without_credit
from catalog.importers.wordpress import values
from catalog.importers.wordpress.layout import Layout
from catalog.importers.wordpress.mapping import Becomes, Labels
from catalog.importers.wordpress.reception import Said, said_in
from catalog.importers.wordpress.state import state_of
from catalog.importers.wordpress.words import KIND_OF, STATE_OF, plain
from catalog.importers.wxr import Item
from catalog.models import LinkKind, Role, Source
from catalog.models.languages import country_name
from catalog.prose import Facts, Figures, about

TITLE, LABEL, RATING, ADDRESS, PROSE = 200, 120, 80, 500, 50_000
# As much alike as this, the post says what our own prose says of the same facts.
ALIKE = 80
ROLES = {"cast": Role.MAIN, "director": Role.DIRECTOR, "writer": Role.SCREENWRITER}
VIDEO = ("youtube.com", "youtu.be", "vimeo.com", "dailymotion.com", "youtube-nocookie.com")
_web_address = URLValidator(schemes=["http", "https"])


@dataclass(slots=True)
class Read:
    """``notes`` name what the post says and no field has taken."""

    record: DramaRecord
    notes: list[str] = field(default_factory=list)


def record_of(item: Item, layout: Layout, labels: Labels, source: str, site: str) -> Read:
    """``source`` is how the post is known from now on, ``site`` who names its people."""
    facts = _Facts(layout, site)
    title = one_line(item.title)[:TITLE] or item.slug[:TITLE]
    said = said_in(" ".join(layout.texts.get("about", [])))
    synopsis, credit = without_credit(_synopsis(layout))
    publication, publish_at = state_of(item)
    record = DramaRecord(
        source=Source.WORDPRESS,
        source_id=source,
        title=title,
        slug=item.slug,
        publication=publication,
        publish_at=publish_at,
        synopsis=synopsis[:PROSE],
        synopsis_source=credit,
        summary=_summary(item, layout, synopsis),
        links=tuple(_links(layout, facts)),
        **facts.columns(title),
        **facts.labels(labels, said),
    )
    figures = _figures(facts, said)
    record = _with(record, figures=figures, about=_about(layout, _with(record, figures=figures)))
    left = [f"{term}: {value}" for term, value in layout.unread.items()]
    return Read(record, [*facts.refused, *(_("not taken: %s") % each[:300] for each in left)])


def _with(record: DramaRecord, **changes: Any) -> DramaRecord:
    kept = {each.name: getattr(record, each.name) for each in fields(record)}
    return DramaRecord(**(kept | changes))


def _synopsis(layout: Layout) -> str:
    """Without a heading for it, what stands before all headings."""
    return "\n\n".join(layout.texts.get("synopsis") or layout.texts.get("", []))


def _summary(item: Item, layout: Layout, synopsis: str) -> str:
    """The author's own lead; not the opening of the synopsis, which is shown anyway."""
    lead = one_line(item.excerpt) or "\n\n".join(layout.texts.get("", []))
    folded = plain(lead)
    return "" if not folded or folded in plain(synopsis) else lead[:5000]


class _Facts:
    """The terms of the details, each read once; what is not understood is noted."""

    def __init__(self, layout: Layout, site: str) -> None:
        self._said, self._layout, self._site = layout.facts, layout, site
        self.refused: list[str] = []

    def get[Value](self, name: str, read: Callable[[str], Value]) -> Value | None:
        text = self._said.get(name, "")
        if not text:
            return None
        try:
            return read(text)
        except (ValueError, ArithmeticError):
            told = _("%(name)s: “%(value)s” is not understood")
            self.refused.append(told % {"name": name, "value": text[:100]})
            return None

    def text(self, name: str, longest: int) -> str:
        return one_line(self._said.get(name, ""))[:longest]

    def columns(self, title: str) -> dict[str, Any]:
        released, ended = self._run()
        native = self.text("native_title", TITLE)
        state = STATE_OF.get(plain(self._said.get("status", "")), "")
        if self._said.get("status") and not state:
            self.refused.append(_("not taken: %s") % f"status: {self._said['status'][:100]}")
        others = values.listed(self._said.get("aka", ""))
        return {
            "native_title": native,
            "original_language": self.get("language", values.language)
            or language_of_script(native),
            "alternative_titles": tuple(
                TitleRecord(each[:TITLE], language_of_script(each))
                for each in others
                if each not in (title, native)
            ),
            "status": state,
            "kind": KIND_OF.get(plain(self._said.get("kind", "")), ""),
            "released": released,
            "ended": ended,
            "content_rating": self.text("content_rating", RATING),
            "runtime": self.get("runtime", _minutes),
            "season_count": self.get("seasons", values.whole),
            "episode_count": self.get("episodes", values.whole),
            "credits": tuple(dict.fromkeys(self._credits())),
        }

    def _run(self) -> tuple[Any, Any]:
        both = self.get("aired", values.run) or (None, None)
        released = self.get("released", values.run) or both
        ended = self.get("ended", values.date) or released[1] or both[1]
        is_late = ended and released[0] and ended.last_day < released[0].first_day
        return released[0], None if is_late else ended

    def _credits(self) -> Iterator[CreditRecord]:
        named = {name: values.listed(self._said.get(name, "")) for name in ROLES}
        named["cast"] += self._layout.texts.get("cast", []) if not named["cast"] else []
        for name, role in ROLES.items():
            for each in named[name][:200]:
                try:
                    person, character = values.person(each, self._site)
                except ValueError:
                    self.refused.append(_("not taken: %s") % each[:100])
                    continue
                yield CreditRecord(person, role, character)

    def labels(self, labels: Labels, said: Said) -> dict[str, Any]:
        """What the details name, what categories and tags have become, and what the prose says."""
        countries = [
            code
            for name in values.listed(self._said.get("country", ""))
            if (code := self.get("country", lambda _all, name=name: values.country(name)))  # type: ignore[misc]
        ]
        genres = values.listed(self._said.get("genres", ""))
        mapped = labels.by_kind()
        named = [*genres, *mapped[Becomes.GENRE]]
        tags = [*values.listed(self._said.get("tags", "")), *mapped[Becomes.TAG]]
        networks = [
            name
            for each in values.listed(self._said.get("networks", ""))
            for name in networks_in(each)
        ]
        return {
            "countries": _once([*countries, *mapped[Becomes.COUNTRY]]),
            "genres": _once(named if named else list(said.genres)),
            "networks": _once([*networks, *mapped[Becomes.NETWORK]]),
            "tags": tuple(TagRecord(name) for name in _once(tags)),
        }


def _once(names: list[str]) -> tuple[str, ...]:
    """Each once, whatever its capitals; the first spelling counts."""
    return tuple({name.casefold(): name[:LABEL] for name in reversed(names)}.values())[::-1]


def _minutes(text: str) -> int | None:
    try:
        return minutes(text.strip(" ."))
    except ValueError:
        return values.whole(text)


def _figures(facts: _Facts, said: Said) -> FiguresRecord | None:
    rating = facts.get("rating", values.decimal)
    figures = FiguresRecord(
        source=Source.MYDRAMALIST,
        rating=rating if rating is not None else said.rating,
        votes=facts.get("votes", values.whole),
        rank=facts.get("rank", values.whole),
        popularity=facts.get("popularity", values.whole),
        watchers=facts.get("watchers", values.whole),
    )
    has_any = any((figures.votes, figures.rank, figures.popularity, figures.watchers))
    return figures if has_any or figures.rating not in (None, Decimal(0)) else None


def _links(layout: Layout, facts: _Facts) -> Iterator[LinkRecord]:
    seen = set()
    for section, lines in layout.links.items():
        for line in lines:
            kind = _kind_of_link(section, line.address)
            if kind and line.address not in seen and len(line.address) <= ADDRESS:
                seen.add(line.address)
                yield LinkRecord(kind, line.address)
    official = facts.text("official", ADDRESS)
    try:
        _web_address(official)
    except ValidationError:
        return
    yield LinkRecord(LinkKind.OFFICIAL, official)


def _kind_of_link(section: str, address: str) -> str:
    try:
        _web_address(address)
    except ValidationError:
        return ""
    host = address.split("/")[2].lower().removeprefix("www.")
    if section == "trailer" or host in VIDEO:
        return LinkKind.TRAILER
    return LinkKind.WATCH if section == "watch" else ""


def _about(layout: Layout, record: DramaRecord) -> str:
    """The author's own words; what our prose says of the same facts is composed again."""
    said = "\n\n".join(layout.texts.get("about", []))
    ours = "\n\n".join(about(_facts_of(record)))
    kept = [said] if said and fuzz.token_sort_ratio(said, ours) < ALIKE else []
    others = ["\n\n".join([heading, *texts]) for heading, texts in layout.others.items()]
    if others and not kept and ours:
        kept = [ours]
    return "\n\n".join([*kept, *others])[:PROSE]


def _facts_of(record: DramaRecord) -> Facts:
    figures = record.figures
    return Facts(
        title=record.title,
        today=datetime.datetime.now(datetime.UTC).date(),
        native_title=record.native_title,
        kind=record.kind or "series",
        status=record.status,
        released=record.released,
        ended=record.ended,
        countries=tuple((code, country_name(code)) for code in record.countries),
        networks=record.networks,
        genres=record.genres,
        season_count=record.season_count,
        episode_count=record.episode_count,
        runtime=record.runtime,
        figures=Figures(
            str(Source(figures.source).label),
            figures.rating,
            figures.watchers,
            figures.popularity,
            figures.rank,
        )
        if figures
        else None,
        cast=tuple(credit.person.name for credit in record.credits if credit.role == Role.MAIN),
    )
