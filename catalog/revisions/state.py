"""A drama with its parts as plain data: what an editor can write of it.

Publication and the times of it are left out: to take a text back is not to publish.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import CharField, F, Field, Model, QuerySet, Value
from django.db.models.functions import Cast

from catalog.models import (
    AlternativeTitle,
    Credit,
    Drama,
    DramaTag,
    Episode,
    ExternalId,
    GalleryImage,
    Link,
    ListingFigures,
    Picture,
    Relation,
    Season,
)

PARTS: dict[str, type[Model]] = {
    "alternative_titles": AlternativeTitle,
    "seasons": Season,
    "episodes": Episode,
    "credits": Credit,
    "tags": DramaTag,
    "gallery": GalleryImage,
    "links": Link,
    "relations": Relation,
    "figures": ListingFigures,
    "external_ids": ExternalId,
}
LABELS = {"countries": "country", "networks": "network", "genres": "genre"}
# By part: what its rows refer to, and how that is called.
REFERRED = {
    "credits": ("person", "name"),
    "tags": ("tag", "name"),
    "relations": ("other", "title"),
}
NOT_WRITTEN_BY_EDITORS = {
    *("id", "drama", "created_at", "changed_at"),
    *("publication", "publish_at", "unpublish_at", "preview_round", "merged_into"),
    *("person", "claims"),
}
WORDS = ("alt", "credit", "focus_x", "focus_y")
Row = dict[str, Any]


@dataclass(slots=True)
class State:
    """``parts`` are rows by their key; ``words`` of pictures are WORDS.

    ``names`` are those that labels and people had at the time, for whoever reads of it later.
    """

    drama: Row
    labels: dict[str, list[str]] = field(default_factory=dict)
    parts: dict[str, dict[str, Row]] = field(default_factory=dict)
    words: dict[str, list[Any]] = field(default_factory=dict)
    names: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Equal for equal states, whatever people and labels are called."""
        text = _json({**asdict(self), "names": None})
        return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()

    def packed(self) -> bytes:
        return zlib.compress(_json(asdict(self)).encode(), 9)

    @classmethod
    def unpacked(cls, packed: bytes | memoryview) -> State:
        return cls(**json.loads(zlib.decompress(packed)))


def columns_of(model: type[Model]) -> list[Field]:
    """Those that editors write; of a part without the drama that it belongs to."""
    fields = [each for each in model._meta.concrete_fields if not each.primary_key]
    if model is Credit:
        return [each for each in fields if each.name != "drama"]
    return [each for each in fields if each.name not in NOT_WRITTEN_BY_EDITORS]


def states_of(ids: Collection[int]) -> dict[int, State]:
    """By id. Some thirteen queries, however many there are."""
    states = {pk: State(_plain(row)) for pk, row in _rows(Drama, Drama.objects.filter(pk__in=ids))}
    _read_labels(states)
    for part, model in PARTS.items():
        _read_part(states, part, model)
    _read_words(states)
    return states


def _rows(model: type[Model], rows: Any, *more: str) -> Iterator[tuple[int, Row]]:
    names = [each.attname for each in columns_of(model)]
    for row in rows.order_by("pk").values("pk", *names, *more):
        yield row.pop("pk"), row


def _read_labels(states: dict[int, State]) -> None:
    for state in states.values():
        state.labels = {plural: [] for plural in LABELS}
    parts = [_pairs(plural, noun).filter(drama__in=states) for plural, noun in LABELS.items()]
    columns = ("drama", "plural", "key", "called")
    first, *others = (part.values_list(*columns) for part in parts)
    for drama, plural, key, called in first.union(*others, all=True).order_by("key"):
        states[drama].labels[plural].append(key)
        states[drama].names.setdefault(plural, {})[key] = called


def _pairs(plural: str, noun: str) -> QuerySet:
    name = "slug" if noun == "country" else "name"
    pairs = getattr(Drama, plural).through._default_manager.order_by()
    key, text = Cast(f"{noun}_id", CharField()), CharField()
    return pairs.annotate(plural=Value(plural, text), key=key, called=F(f"{noun}__{name}"))


def _read_part(states: dict[int, State], part: str, model: type[Model]) -> None:
    of = "season__drama" if model is Episode else "drama"
    for state in states.values():
        state.parts[part] = {}
    noun, name = REFERRED.get(part, ("", ""))
    more = [of, *([f"{noun}__{name}"] if noun else [])]
    for pk, row in _rows(model, model._default_manager.filter(**{f"{of}__in": states}), *more):
        state = states[row.pop(of)]
        if noun:
            state.names.setdefault(part, {})[str(row[f"{noun}_id"])] = row.pop(f"{noun}__{name}")
        state.parts[part][str(pk)] = _plain(row)


def _read_words(states: dict[int, State]) -> None:
    wanted = {pk: pictures_of(state) for pk, state in states.items()}
    every = {picture for pictures in wanted.values() for picture in pictures}
    rows = Picture.objects.filter(pk__in=every).values_list("pk", *WORDS)
    words: dict[int, list[Any]] = {pk: own for pk, *own in rows}
    for pk, state in states.items():
        state.words = {str(each): words[each] for each in sorted(wanted[pk]) if each in words}


def pictures_of(state: State) -> set[int]:
    """The keys of the pictures that it shows."""
    rows = [state.drama, *state.parts["gallery"].values(), *state.parts["episodes"].values()]
    columns = ("poster_id", "backdrop_id", "picture_id", "still_id")
    return {row[column] for row in rows for column in columns if row.get(column)}


def _plain(row: Row) -> Row:
    return json.loads(_json(row))


def _json(value: Any) -> str:
    return json.dumps(
        value, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
