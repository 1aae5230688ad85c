"""Rows of a drama that its sources name and that editors have removed or changed: and the way back.

What is released is written by the next import as the source says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from catalog.claims import as_json
from catalog.models import Drama, Episode, ExternalId, Person
from catalog.standing import is_followed

FIELDS = ("title", "native_title", "air_date", "runtime", "summary")
EPISODE = "seasons.{0}.episodes.{1}."


class KeptRow(NamedTuple):
    """``key`` names it among those of a drama; ``said`` is what a source claims of ``field``.

    ``who`` is the person of a credit.
    """

    key: str
    field: str
    source: ExternalId
    said: Any
    who: str = ""


class Spoken(NamedTuple):
    row: ExternalId
    claims: dict[str, dict[str, Any]]

    def named(self, field: str) -> list[Any]:
        """Rows of which the source has the word; of a cast that is another's, none."""
        claim = self.claims.get(field, {"value": []})
        return [] if claim.get("kept") else claim["value"]


def kept_rows(drama: Drama, ids: Iterable[ExternalId]) -> list[KeptRow]:
    """Some five queries, and none when no source has spoken."""
    spoken = [Spoken(row, row.claims) for row in ids if row.claims]
    if not spoken:
        return []
    return [*_missing(drama, spoken), *_changed_episodes(drama, spoken)]


def release(drama: Drama, ids: Iterable[ExternalId], keys: Iterable[str]) -> None:
    ids, chosen = list(ids), set(keys)
    for kept in kept_rows(drama, ids):
        if kept.key not in chosen:
            continue
        claim = (kept.source.claims or {})[kept.field]
        if isinstance(claim["value"], list):
            claim["value"].remove(kept.said)
        else:
            claim.pop("kept", None)
            claim["value"] = as_json(_episode_value(drama, kept.field))
    for row in ids:
        row.save(update_fields=["claims"])


def _missing(drama: Drama, ids: list[Spoken]) -> Iterator[KeptRow]:
    titles = set(drama.alternative_titles.values_list("title", flat=True))
    links = set(drama.links.values_list("kind", "url"))
    parts = set(drama.credits.values_list("person", "role", "character"))
    people = _people(ids)
    for each in ids:
        for field in ("alternative_titles", "links", "credits"):
            for said in each.named(field):
                person = None
                if field == "credits":
                    person = people.get((each.row.source, said[0]))
                    is_there = (person and person.pk, *said[1:]) in parts
                else:
                    is_there = said[0] in titles or tuple(said) in links
                if not is_there:
                    key = f"{each.row.pk}:{field}:{':'.join(map(str, said))}"
                    yield KeptRow(key, field, each.row, said, str(person or ""))


def _people(ids: list[Spoken]) -> dict[tuple[str, str], Person | None]:
    named = {said[0] for each in ids for said in each.named("credits")}
    rows = ExternalId.objects.filter(value__in=named, person__isnull=False).defer("claims")
    return {(row.source, row.value): row.person for row in rows.select_related("person")}


def _changed_episodes(drama: Drama, ids: list[Spoken]) -> Iterator[KeptRow]:
    if not any("seasons" in each.claims for each in ids):
        return
    for episode in Episode.objects.filter(season__drama=drama).select_related("season"):
        prefix = EPISODE.format(episode.season.number, episode.number)
        for each in ids:
            for name in FIELDS:
                claim = each.claims.get(prefix + name)
                if claim and not is_followed(claim, getattr(episode, name)):
                    key = f"{each.row.pk}:{prefix}{name}"
                    yield KeptRow(key, prefix + name, each.row, claim["value"])


def _episode_value(drama: Drama, field: str) -> Any:
    _seasons, season, _episodes, number, name = field.split(".")
    rows = Episode.objects.filter(season__drama=drama, season__number=season, number=number)
    return rows.values_list(name, flat=True).get()
