"""What the terms of a site become here: guessed, written down for an editor, and read again."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import BinaryIO, TextIO

from django.utils.translation import gettext as _

from catalog.importers.channels import KNOWN
from catalog.importers.lines import UnreadableFileError, read_csv
from catalog.importers.texts import one_line
from catalog.importers.wordpress import values
from catalog.importers.wordpress.words import FACT_OF, STATE_OF, plain
from catalog.importers.wxr import Term
from catalog.models import Genre, Network

COLUMNS = ("taxonomy", "slug", "name", "posts", "becomes", "value")
KEYS = ("taxonomy", "slug", "becomes")
LABEL = 120
DEMONYMS = {
    "japanese": "JP", "korean": "KR", "chinese": "CN", "taiwanese": "TW", "thai": "TH",
    "filipino": "PH", "vietnamese": "VN", "indonesian": "ID", "malaysian": "MY", "indian": "IN",
    "turkish": "TR", "j": "JP", "k": "KR", "c": "CN", "tw": "TW", "hong kong": "HK", "jdrama": "JP",
    "kdrama": "KR", "cdrama": "CN", "lakorn": "TH",
}  # fmt: skip
GENRES = {
    *("action", "adventure", "animation", "biography", "bl", "business", "comedy", "crime"),
    *("detective", "documentary", "drama", "family", "fantasy", "food", "friendship", "gl"),
    *("historical", "horror", "investigation", "law", "legal", "life", "martial arts", "mature"),
    *("medical", "melodrama", "military", "music", "musical", "mystery", "office", "political"),
    *("psychological", "romance", "romantic comedy", "school", "sci-fi", "science fiction"),
    *("sitcom", "slice of life", "sports", "supernatural", "suspense", "thriller", "tokusatsu"),
    *("tragedy", "war", "western", "wuxia", "xianxia", "youth"),
}
NO_LABELS = {"uncategorized", "uncategorised", "dramas", "series", "news", "featured"}


class Becomes(StrEnum):
    GENRE = "genre"
    COUNTRY = "country"
    NETWORK = "network"
    TAG = "tag"
    NOTHING = "nothing"


class PostBecomes(StrEnum):
    DRAMA = "drama"
    PAGE = "page"
    NOTHING = "nothing"


Key = tuple[str, str]  # taxonomy and slug


@dataclass(frozen=True, slots=True)
class Label:
    """``value`` is a name, or the code of a country."""

    becomes: Becomes
    value: str = ""


@dataclass(frozen=True, slots=True)
class Labels:
    """What the terms of one post have become."""

    labels: tuple[Label, ...] = ()

    def by_kind(self) -> dict[Becomes, list[str]]:
        found: dict[Becomes, list[str]] = defaultdict(list)
        for label in self.labels:
            found[label.becomes].append(label.value)
        return found


@dataclass(slots=True)
class Mapping:
    """``posts`` says of single posts, by their numbers, what they are."""

    terms: dict[Key, Label] = field(default_factory=dict)
    posts: dict[int, PostBecomes] = field(default_factory=dict)

    def labels_of(self, terms: Iterable[Key]) -> Labels:
        nothing = Label(Becomes.NOTHING)
        labels = [self.terms.get(term, nothing) for term in terms]
        return Labels(tuple(each for each in labels if each != nothing))


def guess(term: Term, is_of_dramas: bool, known: Known) -> Label:
    """What a term seems to be; one that no drama has becomes nothing."""
    name = one_line(term.name or term.slug)[:LABEL]
    said = plain(name)
    if not is_of_dramas or said in NO_LABELS or said.isdecimal() or STATE_OF.get(said):
        return Label(Becomes.NOTHING)
    taxonomy = FACT_OF.get(plain(term.taxonomy), "")
    if code := _country(said, is_sure=taxonomy == "country"):
        return Label(Becomes.COUNTRY, code)
    if taxonomy == "networks" or said in known.networks:
        return Label(Becomes.NETWORK, known.networks.get(said, name))
    if taxonomy == "genres" or said in known.genres or said in GENRES:
        return Label(Becomes.GENRE, known.genres.get(said, name))
    if taxonomy in ("cast", "director", "writer", "released"):
        return Label(Becomes.NOTHING)
    return Label(Becomes.TAG, name)


def _country(said: str, *, is_sure: bool) -> str:
    bare = said.replace("-", " ").removesuffix(" dramas").removesuffix(" drama")
    bare = bare.removesuffix(" series").removesuffix(" movies").strip()
    if code := DEMONYMS.get(bare):
        return code
    try:
        # "us" or "in" alone is a word; a name is a country.
        return values.country(bare) if is_sure or len(bare) > 3 else ""
    except ValueError:
        return ""


@dataclass(frozen=True, slots=True)
class Known:
    """The labels that are here, and well-known networks, by their plain names."""

    genres: dict[str, str]
    networks: dict[str, str]

    @classmethod
    def now(cls) -> Known:
        networks = [*KNOWN, *Network.objects.values_list("name", flat=True)]
        return cls(
            {plain(name): name for name in Genre.objects.values_list("name", flat=True)},
            {plain(name): name for name in networks},
        )


def propose(terms: Iterable[Term], of_dramas: Counter[Key]) -> dict[Key, Label]:
    known = Known.now()
    found = {}
    for term in terms:
        key = (term.taxonomy, term.slug)
        found[key] = guess(term, of_dramas[key] > 0, known)
    return found


def write(file: TextIO, terms: Iterable[Term], used: Counter[Key], mapping: Mapping) -> None:
    """In CSV, to be looked through."""
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for term in terms:
        key = (term.taxonomy, term.slug)
        label = mapping.terms[key]
        writer.writerow([*key, term.name, used[key], label.becomes.value, label.value])


def read(file: BinaryIO) -> Mapping:
    """Raises UnreadableFileError, naming the line."""
    mapping = Mapping()
    for line in read_csv(file):
        place = _("line %d") % line.number
        if line.problem:
            raise UnreadableFileError(f"{place}: {line.problem}")
        if missing := [name for name in KEYS if name not in line.row]:
            raise UnreadableFileError(_("the first line does not name the column %s") % missing[0])
        try:
            _take(mapping, {name: str(value).strip() for name, value in line.row.items()})
        except ValueError as error:
            raise UnreadableFileError(f"{place}: {error}") from None
    return mapping


def _take(mapping: Mapping, row: dict[str, str]) -> None:
    taxonomy, slug, becomes = row["taxonomy"], row["slug"], row["becomes"].casefold()
    value = row.get("value", "") or row.get("name", "")
    if taxonomy == "post":
        if not slug.isdecimal() or becomes not in list(PostBecomes):
            raise ValueError(_("a post has a number, and becomes drama, page or nothing"))
        mapping.posts[int(slug)] = PostBecomes(becomes)
        return
    if becomes not in list(Becomes):
        raise ValueError(_("a term becomes %s") % ", ".join(Becomes))
    if (taxonomy, slug) in mapping.terms:
        raise ValueError(_("“%s” is named twice") % slug)
    if becomes == Becomes.COUNTRY:
        try:
            value = values.country(value)
        except ValueError:
            raise ValueError(_("there is no country “%s”") % value) from None
    if becomes != Becomes.NOTHING and not 0 < len(value) <= LABEL:
        raise ValueError(_("the value is missing, or longer than %d characters") % LABEL)
    is_nothing = becomes == Becomes.NOTHING
    mapping.terms[taxonomy, slug] = Label(Becomes(becomes), "" if is_nothing else value)
