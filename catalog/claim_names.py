"""What the fields of claims are called for people."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import gettext as _

from catalog.models import Drama, Episode, ListingFigures, Person, Source

OF_PEOPLE = ("name", "native_language", "born", "biography", "other_names")
LONGEST_SHOWN = 80


def name_of(field: str) -> str:
    """Such as "season 1, episode 2: title"."""
    match field.split("."):
        case ["seasons", season, "episodes"]:
            return _("season %(season)s: episodes") % {"season": season}
        case ["seasons", season, "episodes", number, name]:
            values = {"season": season, "number": number, "name": _of(Episode, name)}
            return _("season %(season)s, episode %(number)s: %(name)s") % values
        case ["seasons", season, name]:
            return _("season %(season)s: %(name)s") % {
                "season": season, "name": _of(Episode, name),
            }  # fmt: skip
        case ["figures", source, name]:
            values = {"source": str(Source(source).label), "name": _of(ListingFigures, name)}
            return _("figures of %(source)s: %(name)s") % values
        case ["links", *_rest]:
            return _("links")
        case ["credits", "order"]:
            return _("order of the credits")
        case [name]:
            return _of(Person if name in OF_PEOPLE else Drama, name)
    return field


def _of(model: type[models.Model], name: str) -> str:
    column = {"released": "released_on", "ended": "ended_on", "born": "born_on"}.get(name, name)
    try:
        field: Any = model._meta.get_field(column)
    except FieldDoesNotExist:
        return _("spoilers") if name == "spoilers" else name
    if field.auto_created:
        return str(field.related_model._meta.verbose_name_plural)
    return str(field.verbose_name)


def value_of(value: Any) -> str:
    """A claimed value in a line of text; empty when there is none."""
    if isinstance(value, list):
        return ", ".join(str(each[0] if isinstance(each, list) else each) for each in value)
    return "" if value is None else str(value)


def shortly(value: Any) -> str:
    """At most so much of it as stands in a line."""
    text = " ".join(value_of(value).split())
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1].rstrip() + "…"
