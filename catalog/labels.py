"""All the small words of a drama (genres, networks, other titles, links …) in one query."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import BooleanField, CharField, F, QuerySet, Value
from django.db.models.functions import Cast
from django.urls import reverse

from catalog.models import Drama
from catalog.models.languages import country_name


@dataclass(frozen=True, slots=True)
class Label:
    """``detail`` is a slug, a language or a link's kind; ``code`` is a country's."""

    name: str
    detail: str = ""
    url: str = ""
    is_spoiler: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True)
class Labels:
    countries: list[Label] = field(default_factory=list)
    networks: list[Label] = field(default_factory=list)
    genres: list[Label] = field(default_factory=list)
    tags: list[Label] = field(default_factory=list)
    titles: list[Label] = field(default_factory=list)
    links: list[Label] = field(default_factory=list)
    # The id of the other drama, and the kind: as this one says it, and as the other does.
    relations: list[Label] = field(default_factory=list)
    inverse_relations: list[Label] = field(default_factory=list)

    @property
    def open_tags(self) -> list[Label]:
        return [tag for tag in self.tags if not tag.is_spoiler]

    @property
    def spoiler_tags(self) -> list[Label]:
        """Those that give the story away."""
        return [tag for tag in self.tags if tag.is_spoiler]


def labels_of(drama: Drama) -> Labels:
    """One query, however many there are of each."""
    rows = _rows(drama.countries.all(), "country", "code", "slug").union(
        _rows(drama.networks.all(), "network", "name", "slug"),
        _rows(drama.genres.all(), "genre", "name", "slug"),
        _rows(drama.drama_tags.all(), "tag", "tag__name", "tag__slug", spoiler="is_spoiler"),
        _rows(drama.alternative_titles.all(), "title", "title", "language"),
        _rows(drama.links.all(), "link", "label", "kind", url="url"),
        _rows(drama.relations.all(), "relation", Cast("other_id", CharField()), "kind"),
        _rows(drama.inverse_relations.all(), "inverse", Cast("drama_id", CharField()), "kind"),
        all=True,
    )
    named: defaultdict[str, list[Label]] = defaultdict(list)
    for noun, name, detail, url, is_spoiler in rows.order_by("noun", "label_name", "label_detail"):
        named[noun].append(_label(noun, name, detail, url, is_spoiler))
    return Labels(
        countries=named["country"],
        networks=named["network"],
        genres=named["genre"],
        tags=named["tag"],
        titles=named["title"],
        links=named["link"],
        relations=named["relation"],
        inverse_relations=named["inverse"],
    )


def _rows(
    rows: QuerySet, noun: str, name: str | Cast, detail: str, url: str = "", spoiler: str = ""
) -> QuerySet:
    # Nothing may order the parts: a union is ordered as a whole.
    return (
        rows.order_by()
        .annotate(
            noun=Value(noun, CharField()),
            label_name=F(name) if isinstance(name, str) else name,
            label_detail=F(detail),
            label_url=F(url) if url else Value("", CharField()),
            label_spoiler=F(spoiler) if spoiler else Value(False, BooleanField()),
        )
        .values_list("noun", "label_name", "label_detail", "label_url", "label_spoiler")
    )


def _label(noun: str, name: str, detail: str, url: str, is_spoiler: bool) -> Label:
    if noun == "country":
        return Label(country_name(name), detail, reverse("country", args=[detail]), code=name)
    if noun in ("network", "genre", "tag"):
        return Label(name, detail, reverse(noun, args=[detail]), is_spoiler)
    return Label(name, detail, url)
