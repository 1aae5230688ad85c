"""The demo catalogue: files of the repository, read into records.

A file a drama, named after its address; people are kept once, in ``people.json``, and
credits name them by id. Dramas that air now or are to come are invented, as their tag says.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from catalog.importers.demo_days import counted_from
from catalog.importers.records import DramaRecord, PersonRecord
from catalog.importers.shapes import build, read_json
from catalog.models import Kind, LinkKind, RelationKind, Role, Source, Status

DIRECTORY = Path(__file__).resolve().parent.parent / "demo"


def read_dramas(today: datetime.date, directory: Path = DIRECTORY) -> list[DramaRecord]:
    """Every drama, the oldest first. Raises ValueError naming the file and the field.

    Of two dramas of one title the older thus has the plain address when they are loaded.
    """
    people = read_people(directory)
    paths = sorted((directory / "dramas").glob("*.json"))
    known = {path.stem for path in paths}
    records = [_read_drama(path, people, today) for path in paths]
    for path, record in zip(paths, records, strict=True):
        _check(record, path.name, known)
    return sorted(records, key=_released)


def _released(record: DramaRecord) -> str:
    return record.released.isoformat() if record.released else ""


def read_people(directory: Path = DIRECTORY) -> dict[str, PersonRecord]:
    """The people by their ids."""
    path = directory / "people.json"
    return {
        source_id: build(
            PersonRecord, {"source_id": source_id, **data}, f"{path.name}: {source_id}"
        )
        for source_id, data in read_json(path).items()
    }


def _read_drama(path: Path, people: dict[str, PersonRecord], today: datetime.date) -> DramaRecord:
    data = counted_from(today, read_json(path))
    data["credits"] = [
        {**credit, "person": _person(credit, people, f"{path.name}: credits[{place}]")}
        for place, credit in enumerate(data.get("credits", []))
    ]
    identity = {"source": Source.DEMO.value, "source_id": path.stem, "slug": path.stem}
    return build(DramaRecord, {**identity, **data}, path.name)


def _person(credit: dict[str, Any], people: dict[str, PersonRecord], where: str) -> PersonRecord:
    if credit.get("person") not in people:
        raise ValueError(f"{where}: person: no one in people.json is {credit.get('person')!r}")
    return people[credit["person"]]


def _check(record: DramaRecord, where: str, known: set[str]) -> None:
    """What the annotations cannot say. Raises ValueError."""
    for field, value, allowed in _choices(record):
        if value not in allowed:
            raise ValueError(f"{where}: {field}: {value!r} is none of {sorted(allowed)}")
    for field, values in _unrepeated(record):
        if repeated := [value for value, times in Counter(values).items() if times > 1]:
            raise ValueError(f"{where}: {field}: {repeated[0]!r} stands there twice")
    if unknown := {relation.source_id for relation in record.relations} - known:
        raise ValueError(f"{where}: relations: there is no drama {min(unknown)!r}")
    if record.released and record.ended and record.ended.first_day < record.released.first_day:
        raise ValueError(f"{where}: ended: {record.ended} is before {record.released}")


def _choices(record: DramaRecord) -> Iterator[tuple[str, str, list[str]]]:
    yield "kind", record.kind, Kind.values
    yield "status", record.status, Status.values
    yield from (("credits: role", credit.role, Role.values) for credit in record.credits)
    yield from (("links: kind", link.kind, LinkKind.values) for link in record.links)
    yield from (("relations: kind", other.kind, RelationKind.values) for other in record.relations)
    if record.figures:
        yield "figures: source", record.figures.source, Source.values


def _unrepeated(record: DramaRecord) -> Iterator[tuple[str, list[Any]]]:
    yield "credits", [(c.person.source_id, c.role, c.character) for c in record.credits]
    yield "tags", [tag.name for tag in record.tags]
    yield "alternative_titles", list(record.alternative_titles)
    yield "relations", list(record.relations)
    yield "seasons", [season.number for season in record.seasons]
    for season in record.seasons:
        yield f"season {season.number}", [episode.number for episode in season.episodes]
