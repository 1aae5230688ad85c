"""MyDramaList: one row of its listing becomes one record."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from catalog.importers import cells
from catalog.importers.airing import Run, minutes
from catalog.importers.cells import RefusedRow, Row, refuse
from catalog.importers.channels import networks_in
from catalog.importers.mydramalist_words import (
    COUNTRIES,
    LANGUAGES,
    NOT_RATED,
    UNRANKED,
    kind_of,
    relation_kind,
    role_of,
)
from catalog.importers.records import (
    CreditRecord,
    DramaRecord,
    FiguresRecord,
    LinkRecord,
    PersonRecord,
    RelationRecord,
    TagRecord,
    TitleRecord,
)
from catalog.importers.scripts import language_of_script
from catalog.importers.texts import without_credit
from catalog.models import LinkKind, Role, Source, Status

REQUIRED = ("mdl_id", "title")
COLUMNS = (
    *REQUIRED, "native_title", "aka", "type", "format", "country", "network", "episodes", "aired",
    "airs", "duration", "genres", "tags", "directors", "screenwriters", "cast", "score",
    "scored_by", "ranked", "popularity", "watchers", "content_rating", "synopsis", "related",
    "trailer",
)  # fmt: skip
WEB_ADDRESS = URLValidator(schemes=("http", "https"))
NAME, TITLE, LABEL, RATING, ADDRESS = 200, 200, 120, 80, 500


def record_from(row: object, today: datetime.date) -> DramaRecord:
    """``today`` decides what is still to come. Raises RefusedRow, which says what is wrong."""
    if not isinstance(row, dict):
        raise RefusedRow(_("it is not an object with named values"))
    source_id = cells.identifier(row, "mdl_id")
    title = cells.text(row, "title", TITLE)
    if not title:
        raise RefusedRow(_("it has no title"))
    native_title = cells.text(row, "native_title", TITLE)
    country = _country(row)
    run, announced = _run(row)
    synopsis, credit = without_credit(cells.prose(row, "synopsis"))
    content_rating = cells.text(row, "content_rating", RATING)
    return DramaRecord(
        source=Source.MYDRAMALIST,
        source_id=source_id,
        title=title,
        kind=kind_of(cells.text(row, "type", LABEL), cells.text(row, "format", LABEL)),
        native_title=native_title,
        original_language=LANGUAGES.get(country) or language_of_script(native_title),
        alternative_titles=_alternative_titles(row, {title, native_title}),
        countries=(country,) if country else (),
        networks=_networks(row),
        genres=cells.texts(row, "genres", LABEL),
        tags=tuple(TagRecord(name) for name in cells.texts(row, "tags", LABEL)),
        status=_status(title, run, today, announced),
        released=run.released,
        ended=run.ended,
        content_rating="" if content_rating.casefold() in NOT_RATED else content_rating,
        runtime=_understood(minutes, row, "duration"),
        episode_count=cells.whole_number(row, "episodes") or None,
        synopsis=synopsis,
        synopsis_source=credit,
        links=_trailer(row),
        credits=_credits(row),
        figures=_figures(row),
        relations=_relations(row, source_id),
    )


def _understood[T](read: Callable[[str], T], row: Row, name: str) -> T:
    value = cells.text(row, name, LABEL)
    try:
        return read(value)
    except ValueError as error:
        raise refuse(
            _("%(name)s “%(value)s” is not understood: %(why)s"),
            name=name,
            value=value,
            why=error,
        ) from None


def _country(row: Row) -> str:
    name = cells.text(row, "country", LABEL)
    code = COUNTRIES.get(name.casefold(), "")
    if name and not code:
        raise refuse(_("the country “%(name)s” is not known"), name=name)
    return code


def _run(row: Row) -> tuple[Run, bool]:
    """What has aired, or else what was announced; and whether it is the latter."""
    aired, airs = (_understood(Run.parse, row, name) for name in ("aired", "airs"))
    return (aired, False) if aired.released or aired.ended else (airs, True)


def _status(title: str, run: Run, today: datetime.date, announced: bool) -> str:
    if title.casefold().endswith("(cancelled)"):
        return Status.CANCELLED
    return run.status(today, announced=announced)


def _alternative_titles(row: Row, known: set[str]) -> tuple[TitleRecord, ...]:
    titles = cells.texts(row, "aka", TITLE)
    return tuple(TitleRecord(t, language_of_script(t)) for t in titles if t not in known)


def _networks(row: Row) -> tuple[str, ...]:
    names = networks_in(cells.text(row, "network", ADDRESS))
    return tuple(cells.text({"network": name}, "network", LABEL) for name in names)


def _trailer(row: Row) -> tuple[LinkRecord, ...]:
    address = cells.text(row, "trailer", ADDRESS)
    if not address:
        return ()
    try:
        WEB_ADDRESS(address)
    except ValidationError:
        raise RefusedRow(_("trailer is not a web address")) from None
    return (LinkRecord(LinkKind.TRAILER, address),)


def _credits(row: Row) -> tuple[CreditRecord, ...]:
    cast = [
        CreditRecord(_person(entry), role_of(cells.text(entry, "role", LABEL)), _character(entry))
        for entry in cells.objects(row, "cast")
    ]
    directors = [CreditRecord(_person(e), Role.DIRECTOR) for e in cells.objects(row, "directors")]
    writers = cells.objects(row, "screenwriters")
    screenwriters = [CreditRecord(_person(e), Role.SCREENWRITER) for e in writers]
    return tuple(dict.fromkeys([*cast, *directors, *screenwriters]))


def _character(entry: Row) -> str:
    return cells.text(entry, "character", NAME)


def _person(entry: Row) -> PersonRecord:
    name = cells.text(entry, "name", NAME)
    if not name:
        raise RefusedRow(_("a person has no name"))
    return PersonRecord(cells.identifier(entry, "id"), name)


def _figures(row: Row) -> FiguresRecord | None:
    rating = cells.number(row, "score")
    if rating is not None and rating > 10:
        raise RefusedRow(_("score is above 10"))
    figures = FiguresRecord(
        source=Source.MYDRAMALIST,
        rating=rating.quantize(Decimal("0.1")) if rating else None,
        votes=cells.whole_number(row, "scored_by"),
        rank=_rank(row, "ranked"),
        popularity=_rank(row, "popularity"),
        watchers=cells.whole_number(row, "watchers"),
    )
    return None if figures == FiguresRecord(source=Source.MYDRAMALIST) else figures


def _rank(row: Row, name: str) -> int | None:
    rank = cells.whole_number(row, name)
    return None if rank in (0, UNRANKED) else rank


def _relations(row: Row, own_id: str) -> tuple[RelationRecord, ...]:
    relations = (
        RelationRecord(
            cells.identifier(entry, "mdl_id"), relation_kind(cells.text(entry, "relation", LABEL))
        )
        for entry in cells.objects(row, "related")
    )
    return tuple(dict.fromkeys(r for r in relations if r.source_id != own_id))
