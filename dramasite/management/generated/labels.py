"""Countries, networks, genres and tags, and how often each is used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from catalog.models import Country, Genre, Network, Tag
from catalog.models.taxonomy import Label
from catalog.slugs import slug_of
from dramasite.management.generated.dice import Dice, Urn
from dramasite.management.generated.names import name
from dramasite.management.generated.stories import adjectives, jobs
from dramasite.management.generated.titles import words

NETWORKS = 40  # of a country
TAGS = 2_800


@dataclass(frozen=True, slots=True)
class Land:
    """``words`` is the language in the tables, ``tag`` the one on the page."""

    code: str
    slug: str
    words: str
    tag: str
    share: float


LANDS = (
    Land("KR", "south-korea", "ko", "ko", 0.41),
    Land("CN", "china", "zh-Hans", "zh-Hans", 0.27),
    Land("TH", "thailand", "th", "th", 0.145),
    Land("JP", "japan", "ja", "ja", 0.13),
    Land("TW", "taiwan", "zh-Hant", "zh-Hant", 0.03),
    Land("PH", "philippines", "tl", "fil", 0.01),
    Land("HK", "hong-kong", "zh-Hant", "yue-Hant", 0.003),
    Land("SG", "singapore", "zh-Hans", "zh-Hans", 0.002),
)
LAND = Urn({land: land.share for land in LANDS})
GENRES = {
    "Romance": 2473,
    "Drama": 1566,
    "Comedy": 1271,
    "Mystery": 630,
    "Youth": 560,
    "Fantasy": 469,
    "Life": 441,
    "Thriller": 440,
    "Historical": 376,
    "Action": 329,
    "Melodrama": 249,
    "Supernatural": 237,
    "Business": 178,
    "Wuxia": 169,
    "Music": 125,
    "Psychological": 121,
    "Crime": 115,
    "Sci-Fi": 91,
    "Medical": 91,
    "Family": 84,
    "Political": 82,
    "Food": 82,
    "Sports": 76,
    "Adventure": 74,
    "Law": 69,
    "Horror": 62,
    "Military": 32,
    "War": 25,
    "Sitcom": 20,
    "Martial Arts": 8,
}


@dataclass(frozen=True)
class Labels:
    """Primary keys: genres by weight, tags and networks with the most used first."""

    genres: Urn[int]
    tags: list[int]
    networks: dict[str, list[int]]


def write_labels(dice: Dice) -> Labels:
    Country.objects.bulk_create(
        [Country(code=land.code, slug=land.slug) for land in LANDS], ignore_conflicts=True
    )
    genres = _keys(Genre, list(GENRES))
    weights = zip(genres, GENRES.values(), strict=True)
    networks = {land.code: _keys(Network, _network_names(dice, land)) for land in LANDS}
    return Labels(Urn(dict(weights)), _keys(Tag, _tag_names(dice)), networks)


def _keys(model: type[Label], names: list[str]) -> list[int]:
    """In the order of the names; those that are there already are used."""
    rows: Any = model._default_manager
    new = [model(name=each, slug=slug_of(each, "label")) for each in names]
    rows.bulk_create(new, ignore_conflicts=True)
    keys = dict(rows.filter(name__in=names).values_list("name", "pk"))
    return [keys[each] for each in names]


def _network_names(dice: Dice, land: Land) -> list[str]:
    endings = ("TV", "Channel", "Broadcasting", "Video", "One")
    names = [
        f"{name(dice, land.words).roman.split()[0]} {land.code} {dice.choice(endings)}"
        for _ in range(NETWORKS)
    ]
    return list(dict.fromkeys(names))


def _tag_names(dice: Dice) -> list[str]:
    people = [f"{adjective} {job}" for adjective in adjectives for job in jobs]
    themes = [f"{a['en']} and {b['en']}" for a in words() for b in words() if a["en"] < b["en"]]
    names = [text.title() for text in people + themes]
    dice.shuffle(names)
    return names[:TAGS]
