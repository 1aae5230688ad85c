"""Putting a drama back into a state that it was in.

Rows keep their keys, so that what refers to them still does. What has gone elsewhere meanwhile
(a person who was deleted, an id that another drama has) cannot be put back, and is told.
"""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, Field, Model

from catalog.models import Drama, Episode, ExternalId, Picture, Season
from catalog.revisions.state import LABELS, PARTS, WORDS, Row, State, columns_of, states_of

# Rows that others refer to, or that know more than editors write: changed in their place.
IN_PLACE = (Season, Episode, ExternalId)
ASIDE = 1_000_000  # added to numbers while they change places


@transaction.atomic
def restore(drama: Drama, state: State) -> list[str]:
    """What could not be put back, as the parts of a drama are called. The row is read anew."""
    now = states_of([drama.pk])[drama.pk]
    lost = _restore_columns(drama, state)
    for plural, noun in LABELS.items():
        lost += _restore_labels(drama, plural, noun, state.labels[plural])
    for part in reversed(PARTS):
        _take_away(PARTS[part], now.parts[part], state.parts[part])
    for part in PARTS:
        lost += _put_back(drama, part, now.parts[part], state.parts[part])
    _restore_words(state)
    drama.refresh_from_db()
    return lost


def _restore_columns(drama: Drama, state: State) -> list[str]:
    lost: list[str] = []
    for column in columns_of(Drama):
        value = column.to_python(state.drama.get(column.attname))
        if not _is_there(column, value):
            value, lost = None, [*lost, column.name]
        setattr(drama, column.attname, value)
    if Drama.objects.filter(slug=drama.slug).exclude(pk=drama.pk).exists():
        drama.slug = str(drama._loaded_slug)
        lost.append("slug")
    drama.save()
    return lost


def _restore_labels(drama: Drama, plural: str, noun: str, keys: list[str]) -> list[str]:
    model: Any = Drama._meta.get_field(plural).related_model
    there = model._default_manager.filter(pk__in=keys)
    getattr(drama, plural).set(there)
    return [plural] if len(there) < len(keys) else []


def _take_away(model: type[Model], now: dict[str, Row], then: dict[str, Row]) -> None:
    gone = set(now) - set(then)
    if model not in IN_PLACE:
        gone |= {pk for pk in set(now) & set(then) if now[pk] != then[pk]}
    model._default_manager.filter(pk__in=gone).delete()


def _put_back(drama: Drama, part: str, now: dict[str, Row], then: dict[str, Row]) -> list[str]:
    model = PARTS[part]
    changed = [pk for pk, row in then.items() if now.get(pk) != row]
    rows = model._default_manager.filter(pk__in=changed)
    if model in (Season, Episode):
        rows.update(number=F("number") + ASIDE)
    of_others = set(map(str, _of_others(drama, model, changed)))
    put = [_put(drama, model, None if pk in of_others else pk, then[pk]) for pk in changed]
    return [part] if not all(put) else []


def _of_others(drama: Drama, model: type[Model], keys: list[str]) -> list[int]:
    """Keys that rows of another drama have meanwhile."""
    own = {"season__drama": drama} if model is Episode else {"drama": drama}
    rows = model._default_manager.filter(pk__in=keys).exclude(**own)
    return list(rows.values_list("pk", flat=True))


def _put(drama: Drama, model: type[Model], pk: str | None, row: Row) -> bool:
    """Whether it could be: what it refers to is there, and nothing else is in its place."""
    values = {}
    for column in columns_of(model):
        value = column.to_python(row.get(column.attname))
        if not _is_there(column, value):
            return False
        values[column.attname] = value
    if model is not Episode:
        values["drama_id"] = drama.pk
    try:
        with transaction.atomic():
            if pk is None:
                model._default_manager.create(**values)
            else:
                model._default_manager.update_or_create(pk=int(pk), defaults=values)
    except IntegrityError:
        return False
    return True


def _is_there(column: Field, value: Any) -> bool:
    if value is None or column.related_model is None:
        return True
    related: Any = column.related_model
    return related._default_manager.filter(pk=value).exists()


def _restore_words(state: State) -> None:
    for pk, words in state.words.items():
        Picture.objects.filter(pk=pk).update(**dict(zip(WORDS, words, strict=False)))
