"""What was found, and by what: documents judged by a query."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from catalog.models.search import Found
from catalog.search.candidates import Document
from catalog.search.documents import popularity
from catalog.search.names import Name
from catalog.search.query import Query
from catalog.search.ranking import NAME_MEANT, Match, Wanted

FOR_POPULARITY = 0.1
FOR_THE_YEAR = 0.15
# A drama by who plays in it, by a character, by a character of one name such as "Love".
BY_PERSON, BY_CHARACTER, BY_FIRST_NAME = 0.6, 0.86, 0.74
BEHIND_ITS_DRAMA = 0.001
BY_STORY = 0.2
BY_LIKENESS, BY_FAINT_LIKENESS = 0.75, 0.3
# Below this a name is not what was misspelt, and less than a story that has all the words.
LEAST_LIKENESS = 0.75


@dataclass(frozen=True, slots=True)
class Hit:
    """A drama or a person. ``by`` says what matched, ``name`` is that as it is written:

    "title", "native", "other" or "hidden" for a name of its own; "person" for somebody in the
    drama; "character" for a part, with who plays it in ``person`` and where in ``drama_id``;
    "year", or "story" for anything else that is told of it.
    """

    kind: str
    object_id: int
    quality: float
    by: str
    name: str = ""
    language: str = ""
    person: str = ""
    drama_id: int | None = None

    @property
    def key(self) -> tuple[str, int]:
        return self.kind, self.object_id


def judged(document: Document, query: Query, wanted: list[Wanted]) -> Iterator[Hit]:
    """The document, and people of its cast who play what was asked for.

    ``wanted`` is the query, and behind it the query without its year.
    """
    bonus = FOR_POPULARITY * popularity(document.rank)
    names = names_of(document)
    match, by = wanted[0].best(names), wanted[0]
    if query.year and document.year == query.year:
        other = wanted[-1].best(names)
        if other.quality + FOR_THE_YEAR > match.quality:
            match, by, bonus = other, wanted[-1], bonus + FOR_THE_YEAR
    own = _by_name(document, names, match, bonus)
    if match.quality >= NAME_MEANT or document.kind == Found.PERSON:
        yield own
    elif query.folded == str(document.year):
        yield replace(own, quality=NAME_MEANT + bonus, by="year", name="")
    else:
        yield from _by_contents(document, own, by, match.quality, bonus)


def likened(document: Document, wanted: Wanted) -> tuple[Hit, str]:
    """The document by the name that is most like the query, and that name folded."""
    names = [(name, 1.0) for name in names_of(document)]
    names += [(n, BY_CHARACTER) for line in cast_of(document) for n in line.characters]
    scored = [(wanted.likeness(name.folded) * worth, name) for name, worth in names]
    likeness, name = max(scored, key=lambda pair: pair[0])
    worth = BY_LIKENESS if likeness >= LEAST_LIKENESS else BY_FAINT_LIKENESS
    quality = worth * likeness + FOR_POPULARITY * popularity(document.rank)
    hit = Hit(document.kind, document.object_id, quality, name.kind, name.text, name.language)
    return hit, name.folded


def _by_name(document: Document, names: list[Name], match: Match, bonus: float) -> Hit:
    kind, language, text, _folded = names[match.place]
    quality = match.quality + bonus
    return Hit(document.kind, document.object_id, quality, kind, text, language)


def _by_contents(
    document: Document, own: Hit, wanted: Wanted, of_names: float, bonus: float
) -> Iterator[Hit]:
    """The drama by its story, by somebody in it or by a part; and who plays that."""
    best = replace(own, quality=BY_STORY + of_names / 2 + bonus, by="story", name="")
    lines = cast_of(document) if any(w in document.cast for w in wanted.beginnings) else []
    for line in lines:
        quality = wanted.quality(line.person.folded)
        if quality >= NAME_MEANT and BY_PERSON * quality + bonus > best.quality:
            best = replace(
                best, quality=BY_PERSON * quality + bonus, by="person", name=line.person.text
            )
        for hit in _by_parts(own, line, wanted, bonus):
            yield replace(
                hit,
                kind=Found.PERSON,
                object_id=line.person_id,
                quality=hit.quality - BEHIND_ITS_DRAMA,
                drama_id=own.object_id,
            )
            best = max(best, hit, key=lambda each: each.quality)
    yield best


def _by_parts(own: Hit, line: Line, wanted: Wanted, bonus: float) -> Iterator[Hit]:
    for character in line.characters:
        quality = wanted.quality(character.folded)
        if quality >= NAME_MEANT:
            worth = BY_CHARACTER if len(wanted.words) > 1 else BY_FIRST_NAME
            yield replace(
                own,
                quality=worth * quality + bonus,
                by="character",
                name=character.text,
                language="",
                person=line.person.text,
            )


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a cast: who plays, and what the characters are called."""

    person_id: int
    person: Name
    characters: list[Name]


def names_of(document: Document) -> list[Name]:
    return [Name(*name) for name in json.loads(document.names)]


def cast_of(document: Document) -> list[Line]:
    return [_line(*line) for line in json.loads(document.cast)]


def _line(person_id: int, *texts: str) -> Line:
    """``texts`` are names, each as written and as folded; the person's own comes first."""
    person, *characters = zip(texts[::2], texts[1::2], strict=True)
    return Line(
        person_id,
        Name("person", "", *person),
        [Name("character", "", *character) for character in characters],
    )
