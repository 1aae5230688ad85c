"""What browsing finds and counts is what is found by looking at every drama."""

import dataclasses
import datetime
from collections import Counter
from random import Random

import pytest

from catalog.browse.choice import Choice
from catalog.browse.current import current
from catalog.browse.facets import BY_KEY, FACETS
from catalog.browse.found import find
from catalog.browse.orders import ORDERS
from catalog.models import Drama, DramaTag
from tests.factories import (
    CountryFactory,
    DramaFactory,
    DramaTagFactory,
    GenreFactory,
    ListingFiguresFactory,
    NetworkFactory,
    TagFactory,
)

pytestmark = pytest.mark.django_db

EPISODES = {None: "", 1: "1", 8: "2-8", 9: "9-12", 16: "13-16", 24: "17-24", 50: "25-50", 51: "51-"}
MINUTES = {None: "", 19: "1-19", 30: "20-34", 45: "35-49", 64: "50-64", 70: "65-89", 90: "90-"}
RATINGS = {"": "", "G - All Ages": "g-all-ages", "18+ Restricted": "18-restricted"}
SPANS = ["2000-2009", "2001", "1995-2003", "2004-", "-1999"]
DRAMAS, CHOICES, EVERY = 120, 1_000, 100


def make_catalogue(random):
    labels = {
        "genres": GenreFactory.create_batch(8),
        "networks": NetworkFactory.create_batch(5),
        "countries": [CountryFactory(code=code, slug=code.lower()) for code in ("JP", "KR", "TH")],
    }
    tags = TagFactory.create_batch(12)
    for _ in range(DRAMAS):
        given = {name: random.sample(rows, random.randint(0, 3)) for name, rows in labels.items()}
        drama = DramaFactory(**given, **facts(random))
        for tag in random.sample(tags, 4):
            DramaTagFactory(drama=drama, tag=tag, is_spoiler=random.random() < 0.3)


def facts(random):
    year = random.choice([None, *range(1995, 2012)])
    return {
        "kind": random.choice(["series", "film"]),
        "status": random.choice(["", "ended", "airing"]),
        "released_on": year and datetime.date(year, random.randint(1, 12), 1),
        "released_precision": "day" if year else "",
        "episode_count": random.choice(list(EPISODES)),
        "runtime": random.choice(list(MINUTES)),
        "content_rating": random.choice(list(RATINGS)),
        "publication": random.choice(["published"] * 5 + ["draft"]),
    }


def change_something(random):
    """In ways that no signal of Django's tells of, too."""
    middle = random.choice(Drama.objects.all()).pk
    Drama.objects.filter(pk__range=(middle, middle + 3)).update(**facts(random))
    DramaTag.objects.filter(pk=random.choice(DramaTag.objects.all()).pk).update(is_spoiler=True)
    Drama.genres.through.objects.filter(drama=random.choice(Drama.objects.all())).delete()
    random.choice(Drama.objects.all()).delete()
    DramaFactory(**facts(random))


def values_of(drama):
    """Of each facet, read from the rows themselves."""
    year = str(drama.released_on.year) if drama.released_on else ""
    return {
        "genre": {genre.slug for genre in drama.genres.all()},
        "country": {country.slug for country in drama.countries.all()},
        "network": {network.slug for network in drama.networks.all()},
        "tag": {row.tag.slug for row in drama.drama_tags.all() if not row.is_spoiler},
        "years": {year} - {""},
        "status": {drama.status} - {""},
        "kind": {drama.kind},
        "episodes": {EPISODES[drama.episode_count]} - {""},
        "runtime": {MINUTES[drama.runtime]} - {""},
        "rating": {RATINGS[drama.content_rating]} - {""},
    }


def look_at_every_drama():
    labels = ("genres", "countries", "networks", "drama_tags__tag")
    dramas = Drama.objects.filter(publication="published").prefetch_related(*labels)
    return {drama.pk: values_of(drama) for drama in dramas}


def has(values, key, value):
    if key != "years":
        return value in values[key]
    first, dash, last = value.partition("-")
    years = range(int(first or 0), int((last if dash else first) or 9999) + 1)
    return any(int(year) in years for year in values[key])


def those(dramas, pairs):
    return {pk for pk, values in dramas.items() if all(has(values, *pair) for pair in pairs)}


def random_choice(random, dramas):
    """Up to five values, most of them of one drama, so that something is found mostly."""
    values = random.choice(list(dramas.values()))
    pairs = [(key, value) for key, found in values.items() for value in found]
    picked = random.sample(pairs, min(len(pairs), random.randint(0, 4)))
    if random.random() < 0.3:
        picked.append(("years", random.choice(SPANS)))
    return Choice.parse([*picked, ("sort", random.choice(list(ORDERS)))])


def test_counts_are_those_of_a_thousand_choices():
    random = Random(20260101)
    make_catalogue(random)
    for number in range(CHOICES):
        if number % EVERY == 0:
            change_something(random)
            dramas = look_at_every_drama()
        choice = random_choice(random, dramas)
        with current.index() as index:
            counts = index.counts(choice)
            assert set(index.matching(choice)) == those(dramas, choice.picked)
        for facet in FACETS:
            others = [pair for pair in choice.picked if facet.several or pair[0] != facet.key]
            found = those(dramas, others)
            expected = Counter(value for pk in found for value in dramas[pk][facet.key])
            assert counts[facet.key] == expected, (choice, facet.key)


@pytest.mark.parametrize("sort", ORDERS)
def test_pages_together_are_the_whole_list_in_order(sort, monkeypatch):
    monkeypatch.setattr("catalog.browse.shelves.SIZE", 7)
    random = Random(sort)
    for number in range(60):
        drama = DramaFactory(title=random.choice(["b", "A", "ç", "10"]), **facts(random))
        if number % 3:
            ListingFiguresFactory(
                drama=drama,
                rating=random.choice(["7.0", "8.5"]),
                votes=random.randint(90, 110),
                watchers=random.randint(1, 9),
                popularity=random.randint(1, 20),
            )
    choice = Choice.parse([("kind", "series"), ("sort", sort)])
    dramas = find(choice).dramas
    pages = [dramas[start : start + 5] for start in range(0, len(dramas), 5)]
    listed = [drama.pk for page in pages for drama in page]
    assert listed == by_hand(sort, Drama.objects.published().filter(kind="series"))


def by_hand(sort, dramas):
    def figure(drama, name):
        return next((getattr(row, name) for row in drama.figures.all()), None) or 0

    keys = {
        "popular": lambda d: (figure(d, "popularity") or 999, -figure(d, "watchers")),
        "rating": lambda d: (figure(d, "votes") < 100, -figure(d, "rating"), -figure(d, "votes")),
        "newest": lambda d: -d.released_on.toordinal() if d.released_on else 1,
        "title": lambda d: ["10", "A", "b", "ç"].index(d.title),
    }
    return [drama.pk for drama in sorted(dramas.order_by("pk"), key=keys[sort])]


def test_what_is_offered_is_the_most_used(monkeypatch):
    for number, size in enumerate([3, 1, 2]):
        tag = TagFactory(slug=f"tag-{number}", name=f"Tag {number}")
        for _ in range(size):
            DramaTagFactory(tag=tag)
    few = dataclasses.replace(BY_KEY["tag"], most=2)
    facets = tuple(few if facet.key == "tag" else facet for facet in FACETS)
    monkeypatch.setattr("catalog.browse.index.FACETS", facets)
    monkeypatch.setattr("catalog.browse.offers.FACETS", facets)
    chosen = Choice.parse([("tag", "tag-1")])
    assert offered(Choice(), "tag") == [("Tag 0", 3, False), ("Tag 2", 2, False)]
    assert offered(chosen, "tag") == [("Tag 1", 1, True)]


def offered(choice, key):
    offer = next(offer for offer in find(choice).offers if offer.facet.key == key)
    return [(value.name, value.count, value.is_chosen) for value in offer.values]


def test_years_are_offered_by_decade():
    for year in (2009, 2010, 2011):
        DramaFactory(released_on=datetime.date(year, 1, 1), released_precision="year")
    both = [("2010s", 2, False), ("2000s", 1, False)]
    assert offered(Choice(), "years") == both
    assert offered(Choice.parse([("years", "2011")]), "years") == both
    assert offered(Choice.parse([("years", "2000-2009")]), "years") == [
        ("2010s", 2, False),
        ("2000s", 1, True),
    ]


def test_chips_lead_back_and_say_how_far():
    DramaFactory(kind="film", genres=[GenreFactory(slug="war", name="War")])
    DramaFactory(kind="film")
    found = find(Choice.parse([("kind", "film"), ("genre", "war"), ("sort", "title")]))
    assert [(chip.name, chip.url, chip.count) for chip in found.chips] == [
        ("War", "/dramas/?kind=film&sort=title", 2),
        ("Films", "/dramas/?genre=war&sort=title", 1),
    ]
    assert (found.sentence, found.subject) == ("1 war film", "war films")
