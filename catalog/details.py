"""The facts of a drama as definition lists: what is not known has no line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from catalog.labels import Label, Labels
from catalog.models import Credit, Drama, ListingFigures


@dataclass(frozen=True, slots=True)
class Value:
    text: str
    url: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    term: str
    values: tuple[Value, ...]


def details_of(drama: Drama, labels: Labels, cast: Sequence[Credit]) -> list[Detail]:
    """The section "Details"."""
    runtime = _("%(minutes)sm") % {"minutes": drama.runtime} if drama.runtime else None
    return _known(
        (_("Release Date"), _text(drama.released)),
        (_("End Date"), _text(drama.ended if drama.ended != drama.released else None)),
        (_("Status"), _text(drama.get_status_display())),
        (_("Language"), _text(drama.language)),
        (_("Country"), _linked(labels.countries)),
        (_("Network"), _linked(labels.networks)),
        (_("Seasons"), _text(drama.season_count)),
        (_("Episodes"), _text(drama.episode_count)),
        (_("Runtime"), _text(runtime)),
        (_("Genres"), _linked(labels.genres)),
        (_("Cast"), _people(cast)),
        (_("Also Known As"), tuple(Value(t.name, lang=t.detail) for t in labels.titles)),
    )


def figures_details(figures: ListingFigures) -> list[Detail]:
    """The figures of a listing site."""
    return _known(
        (_("Popularity"), _ranked(figures.popularity)),
        (_("Ranked"), _ranked(figures.rank)),
        (_("Rating"), _text(number_format(figures.rating) if figures.rating is not None else None)),
        (_("Votes"), _counted(figures.votes)),
        (_("Watchers"), _counted(figures.watchers)),
    )


def classification_of(drama: Drama) -> list[Detail]:
    """What stands at the end, under the listing's figures where there are any."""
    native = (Value(drama.native_title, lang=drama.original_language),)
    return _known(
        (_("Content Rating"), _text(drama.content_rating)),
        (_("Native Title"), native if drama.native_title else ()),
    )


def _known(*details: tuple[str, Iterable[Value]]) -> list[Detail]:
    return [Detail(term, tuple(values)) for term, values in details if values]


def _text(value: object) -> tuple[Value, ...]:
    return () if value in (None, "") else (Value(str(value)),)


def _ranked(number: int | None) -> tuple[Value, ...]:
    return () if number is None else (Value(f"#{number}"),)


def _counted(number: int | None) -> tuple[Value, ...]:
    return () if number is None else (Value(number_format(number, force_grouping=True)),)


def _linked(labels: Sequence[Label]) -> tuple[Value, ...]:
    return tuple(Value(label.name, label.url) for label in labels)


def _people(cast: Sequence[Credit]) -> tuple[Value, ...]:
    # A person may play two parts, and is named once.
    people = {credit.person_id: credit.person for credit in cast}
    return tuple(Value(person.name, person.get_absolute_url()) for person in people.values())
