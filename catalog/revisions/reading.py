"""What two states of a drama have different, in words that an editor reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import Field
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalog.models import Drama, Picture
from catalog.models.languages import country_name
from catalog.revisions.state import LABELS, PARTS, REFERRED, Row, State, columns_of
from dramasite.differences import Part, differences


class Difference(NamedTuple):
    """``lines`` of a text or a list, each in the parts that stayed, went and came."""

    label: str
    lines: list[list[Part]]


def differences_of(before: State, after: State) -> list[Difference]:
    """In the order of the form."""
    found = [*_columns(before, after), *_labels(before, after), *_parts(before, after)]
    return [*found, *_words(before, after)]


def _columns(before: State, after: State) -> Iterator[Difference]:
    for column in columns_of(Drama):
        was, is_now = (_said(column, state.drama, state) for state in (before, after))
        if was != is_now:
            yield Difference(capfirst(str(column.verbose_name)), [differences(was, is_now)])


def _labels(before: State, after: State) -> Iterator[Difference]:
    for plural in LABELS:
        was, is_now = before.labels[plural], after.labels[plural]
        if was != is_now:
            lines = [[Part(deleted=_label(plural, pk, before))] for pk in was if pk not in is_now]
            lines += [[Part(inserted=_label(plural, pk, after))] for pk in is_now if pk not in was]
            yield Difference(_called(plural), lines)


def _label(plural: str, key: str, state: State) -> str:
    return country_name(key) if plural == "countries" else state.names[plural][key]


def _parts(before: State, after: State) -> Iterator[Difference]:
    for part in PARTS:
        was, is_now = before.parts[part], after.parts[part]
        lines = [
            differences(_row(part, was.get(pk), before), _row(part, is_now.get(pk), after))
            for pk in {**was, **is_now}
            if was.get(pk) != is_now.get(pk)
        ]
        if lines:
            yield Difference(_called(part), lines)


def _words(before: State, after: State) -> Iterator[Difference]:
    both = before.words.keys() & after.words.keys()
    lines = [
        differences(_of_picture(before.words[pk]), _of_picture(after.words[pk]))
        for pk in sorted(both, key=int)
        if before.words[pk] != after.words[pk]
    ]
    if lines:
        yield Difference(_("Words of pictures"), lines)


def _of_picture(words: list[Any]) -> str:
    alt, credit, *focus = words
    where = " ".join(f"{each} %" for each in focus)
    return " · ".join(filter(None, (alt, credit, where)))


def _called(part: str) -> str:
    if part == "tags":
        return capfirst(_("tags"))
    noun = PARTS[part] if part in PARTS else Drama._meta.get_field(part).related_model
    return capfirst(str(noun._meta.verbose_name_plural))  # type: ignore[union-attr]


def _row(part: str, row: Row | None, state: State) -> str:
    if row is None:
        return ""
    texts = []
    for column in columns_of(PARTS[part]):
        noun = REFERRED.get(part, ("",))[0]
        if column.name == noun:
            texts.append(state.names[part].get(str(row[column.attname]), ""))
        elif column.name == "season":
            texts.append(_season(row, state))
        else:
            texts.append(_said(column, row, state))
    return " · ".join(filter(None, texts))


def _season(row: Row, state: State) -> str:
    season = state.parts["seasons"].get(str(row["season_id"]), {})
    return _("Season %(number)s") % {"number": season.get("number", "?")}


def _said(column: Field, row: Row, state: State) -> str:
    value = row.get(column.attname)
    if value is None or value is False:
        return ""
    if column.related_model is Picture:
        alt = state.words.get(str(value), [""])[0]
        return _("picture %(number)s") % {"number": value} + (f" “{alt}”" if alt else "")
    if value is True:
        return str(column.verbose_name)
    return str(dict(column.flatchoices).get(value, value))
