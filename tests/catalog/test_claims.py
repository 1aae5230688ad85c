"""Claims of sources, alone and through random imports and edits."""

import datetime
import random
from dataclasses import replace
from decimal import Decimal
from functools import partial

import pytest

from catalog.claims import Claims, as_json, moment
from catalog.importers.load import load
from catalog.importers.records import (
    CreditRecord,
    DramaRecord,
    EpisodeRecord,
    PersonRecord,
    SeasonRecord,
    TagRecord,
    TitleRecord,
)
from catalog.models import Drama, Episode, ExternalId, Genre, Person, PersonName
from catalog.models.dates import PartialDate

NOON, LATER = "2025-10-31T12:00:00Z", "2026-02-01T12:00:00Z"
AS_OF = datetime.date(2025, 10, 31)


def claims(fields=None, *others, at=LATER):
    return Claims(
        ExternalId(claims=fields), at, [ExternalId(claims={field: {}}) for field in others]
    )


def said(value, **more):
    return {"title": {"value": value, "at": NOON} | more}


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (PartialDate.parse("2005-10"), "2005-10"),
        (datetime.date(2005, 10, 11), "2005-10-11"),
        (Decimal("8.0"), "8"),
        (Decimal("8.25"), "8.25"),
        (46, 46),
        ("A", "A"),
        (None, None),
    ],
    ids=str,
)
def test_value_is_kept_as_json(value, kept):
    assert as_json(value) == kept


def test_moment_is_kept_in_utc():
    zone = datetime.timezone(datetime.timedelta(hours=9))
    assert moment(datetime.datetime(2025, 10, 31, 21, tzinfo=zone)) == NOON


@pytest.mark.parametrize(
    ("before", "ours", "theirs", "is_written", "after"),
    [
        ({}, "", "A", True, {"value": "A", "at": LATER}),
        ({}, "B", "A", False, {"value": "A", "at": LATER, "kept": True}),
        ({}, "A", "A", False, {"value": "A", "at": LATER, "kept": True}),
        (None, "A", "A", False, {"value": "A", "at": LATER}),
        (None, "B", "A", False, {"value": "A", "at": LATER, "kept": True}),
        (said("A"), "A", "A", False, {"value": "A", "at": NOON}),
        (said("A"), "A", "C", True, {"value": "C", "at": LATER}),
        (said("A"), "B", "A", False, {"value": "A", "at": NOON, "kept": True}),
        (said("A"), "B", "C", False, {"value": "C", "at": LATER, "kept": True}),
        (said("A"), "", "A", False, {"value": "A", "at": NOON, "kept": True}),
        (said("A", kept=True), "A", "C", False, {"value": "C", "at": LATER, "kept": True}),
    ],
    ids=[
        "empty is filled",
        "typed by hand",
        "the same typed by hand",
        "imported of old",
        "imported of old and different",
        "unchanged",
        "changed at the source",
        "edited",
        "edited and changed at the source",
        "emptied",
        "locked",
    ],
)
def test_claim_is_weighed(before, ours, theirs, is_written, after):
    weighed = claims(before)
    assert weighed.weigh("title", ours, theirs) is is_written
    assert weighed.fields == {"title": after}
    assert weighed.row.claims == (weighed.fields if weighed.is_changed else before)


def test_what_another_source_has_named_is_not_filled():
    assert claims({}, "title").weigh("title", "", "A") is False
    assert claims({}, "synopsis").weigh("title", "", "A") is True


@pytest.mark.parametrize(
    ("before", "ours", "added"),
    [
        ({}, set(), ["Drama", "Life"]),
        ({}, {"drama"}, []),
        (None, {"drama", "own"}, ["Life"]),
        ({"genres": {"value": ["DRAMA"], "at": NOON}}, {"drama"}, ["Life"]),
        ({"genres": {"value": ["Drama", "War"], "at": NOON}}, {"drama"}, []),
        ({"genres": {"value": ["Drama"], "at": NOON}}, {"drama", "own"}, []),
    ],
    ids=["none", "typed by hand", "imported of old", "as it was", "one removed", "one added"],
)
def test_list_without_an_order_is_weighed_as_a_whole(before, ours, added):
    assert claims(before).weigh_all("genres", ours, ["Drama", "Life"]) == added


def test_rows_are_remembered_once_each():
    source = claims({})
    assert source.given("credits") is None
    source.give("credits", [("61", "main", "Aya"), ("61", "main", "Aya"), ("62", "guest", "")])
    assert source.given("credits") == [("61", "main", "Aya"), ("62", "guest", "")]
    again = claims(source.row.claims)
    again.give("credits", [("61", "main", "Aya"), ("62", "guest", "")])
    assert again.is_changed is False


ACTORS = {number: PersonRecord(number, f"Actor {number}") for number in "123"}


def some(dice, words="ABEF"):
    return dice.sample(words, dice.randint(0, len(words)))


def record(dice, source):
    """One of few things that a source may say, so that it says again what it once said."""
    word = partial(dice.choice, ["A", "B", "E", "F"])
    cast = dict.fromkeys((dice.choice("123"), word()) for _ in range(dice.randint(0, 4)))
    people = {
        n: replace(a, biography=dice.choice(["", word()]), other_names=tuple(some(dice)))
        for n, a in ACTORS.items()
    }
    return DramaRecord(
        source=source,
        source_id="1",
        title=word(),
        synopsis=dice.choice(["", word()]),
        runtime=dice.choice([None, 40, 50]),
        released=dice.choice([None, PartialDate.parse("2005"), PartialDate.parse("2006")]),
        genres=tuple(some(dice)),
        tags=tuple(TagRecord(name, dice.random() < 0.5) for name in some(dice)),
        alternative_titles=tuple(TitleRecord(title) for title in some(dice)),
        credits=tuple(CreditRecord(people[n], "main", character) for n, character in cast),
        seasons=(SeasonRecord(1, episodes=(EpisodeRecord(1, word()),)),),
    )


def claim_on(noun, field):
    """Whether a source stands behind what the field says now, so that a change is an edit."""
    rows = ExternalId.objects.filter(**noun)
    return [row.claims[field]["value"] for row in rows if field in (row.claims or {})]


class Editor:
    """Changes things as an editor would, and knows ever after how she left them."""

    def __init__(self):
        self.left = {}

    def set(self, row, field, value, claim):
        noun = {"person": row} if isinstance(row, Person) else {"drama__isnull": False}
        claims = claim_on(noun, claim)
        # What no source has spoken of is free to be filled once it is empty.
        is_emptied = value in ("", None) and not claims
        if value != getattr(row, field) and value not in claims and not is_emptied:
            type(row).objects.filter(pk=row.pk).update(**{field: value})
            self.left[type(row), row.pk, field] = value

    def edit(self, dice):
        drama = Drama.objects.get()
        self.set(drama, "title", dice.choice("EFGH"), "title")
        self.set(drama, "synopsis", dice.choice(["", "E", "G"]), "synopsis")
        self.set(drama, "runtime", dice.choice([None, 50, 60]), "runtime")
        for episode in Episode.objects.all():
            self.set(episode, "title", dice.choice("EFGH"), "seasons.1.episodes.1.title")
        for person in Person.objects.all():
            self.set(person, "biography", dice.choice("EFGH"), "biography")
        self.choose_genres(drama, some(dice, "AGH"))
        for rows in (drama.credits.all(), drama.alternative_titles.all(), PersonName.objects.all()):
            if rows and dice.random() < 0.5:
                self.remove(dice.choice(rows))

    def choose_genres(self, drama, names):
        is_emptied = not names and not claim_on({"drama": drama}, "genres")
        if set(names) != set(drama.genres.values_list("name", flat=True)) and not is_emptied:
            drama.genres.set(
                [
                    Genre.objects.get_or_create(name=n, defaults={"slug": f"own-{n}"})[0]
                    for n in names
                ]
            )
            self.left["genres"] = sorted(names)

    def remove(self, row):
        own = [f.attname for f in row._meta.fields if f.name not in ("id", "order", "language")]
        values = {name: getattr(row, name) for name in own}
        row.delete()
        self.left[type(row), "gone", str(values)] = values

    def lost(self):
        for key, value in self.left.items():
            if key == "genres":
                names = Drama.objects.get().genres.order_by("name").values_list("name", flat=True)
                if list(names) != value:
                    yield key, value, list(names)
            elif key[1] == "gone":
                if key[0].objects.filter(**value).exists():
                    yield key
            elif getattr(key[0].objects.get(pk=key[1]), key[2]) != value:
                yield key, value


def imported(dice):
    return record(dice, dice.choice(["demo", "tmdb"]))


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(3))
def test_random_imports_lose_no_edit(seed):
    dice, editor = random.Random(seed), Editor()
    load([record(dice, "demo")], as_of=AS_OF)
    ExternalId.objects.create(source="tmdb", value="1", drama=Drama.objects.get())
    for _ in range(3):
        editor.edit(dice)
        for _ in range(2):
            said = imported(dice)
            load([said], as_of=AS_OF)
            assert list(editor.lost()) == []
            assert load([said], as_of=AS_OF).counts == {"unchanged": 1}
