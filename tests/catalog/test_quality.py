"""Each rule over the facts of one drama: what it speaks of, and what it lets pass."""

import datetime
import string
from decimal import Decimal

import pytest

from catalog.models.dates import PartialDate
from catalog.quality.facts import (
    CreditFacts,
    DramaFacts,
    EpisodeFacts,
    FiguresFacts,
    IdFacts,
    LinkFacts,
    PictureFacts,
    RelationFacts,
    SeasonFacts,
)
from catalog.quality.rule import fingerprint
from catalog.quality.rules import OF_A_DRAMA, RULES
from catalog.quality.surroundings import Surroundings, Usual

TODAY = datetime.date(2026, 5, 1)
AROUND = Surroundings(TODAY, {("series", "CN"): Usual(10, 45)})
STORY = "A doctor who never leaves the harbour meets a sailor who never stays."
SOUND = {
    "pk": 1,
    "title": "The Harbour",
    "native_title": "港の人",
    "original_language": "ja",
    "status": "ended",
    "released": "2005-10-11",
    "ended": "2005-12-20",
    "runtime": 46,
    "episode_count": 3,
    "season_count": 1,
    "synopsis": STORY,
    "countries": ("JP",),
    "genres": ("Drama",),
    "tags": ("Harbour",),
    "credits": [
        CreditFacts(1, "Sora Aoi", "main", "Ren"),
        CreditFacts(2, "Umi Aoi", "main", "Mio"),
    ],
    "figures": [FiguresFacts("mydramalist", TODAY, Decimal("8.1"), 90, 100)],
}


def day(month, number):
    return datetime.date(2005, month, number)


def facts(**changes):
    given = SOUND | changes
    for name in ("released", "ended"):
        given[name] = given[name] and PartialDate.parse(given[name])
    return DramaFacts(**given)


def season(*episodes, pk=7, number=1):
    return SeasonFacts(pk, number, [EpisodeFacts(*each) for each in episodes])


def found(drama):
    return {
        rule.name: told for rule in OF_A_DRAMA if (told := rule.find(drama, AROUND)) is not None
    }


def cast(*names):
    return [CreditFacts(n, name, "main", f"C{n}") for n, name in enumerate(names)]


def figures(**values):
    given = {"source": "mydramalist", "as_of": TODAY, "rating": Decimal("8.1"), "votes": 9}
    return [FiguresFacts(**given | values)]


def claims(**values):
    said = {name: {"value": value, "at": "2026-01-01T00:00:00Z"} for name, value in values.items()}
    return [IdFacts("mydramalist", "12", said)]


WEEKLY = [(1, day(10, 11), 46), (2, day(10, 18), 46), (3, day(10, 25), 46)]
SPOKEN_OF = [
    ("ends-before-it-begins", {"ended": "2005-09"}),
    ("ends-before-it-begins", {"ended": "2004"}),
    ("ended-in-the-future", {"ended": "2026-05-02"}),
    ("ended-in-the-future", {"released": "2026-06", "ended": None}),
    ("airing-after-its-end", {"status": "airing"}),
    ("airing-before-its-release", {"status": "airing", "released": "2026-06", "ended": None}),
    ("upcoming-in-the-past", {"status": "upcoming", "ended": None, "figures": []}),
    ("impossible-year", {"released": "1905", "ended": None, "status": ""}),
    ("impossible-year", {"released": "2050", "ended": None, "status": "upcoming"}),
    ("ended-without-end", {"ended": None}),
    ("airing-for-years", {"status": "airing", "ended": None}),
    ("slow-for-its-episodes", {"ended": "2007-10-11"}),
    ("fast-for-its-episodes", {"ended": "2005-10-12", "episode_count": 16}),
    ("episodes-disagree", {"seasons": [season(*WEEKLY[:2])]}),
    ("episodes-disagree", {"seasons": [season(*WEEKLY)], "episode_count": 2}),
    ("seasons-disagree", {"seasons": [season(*WEEKLY)], "season_count": 2}),
    ("episode-missing", {"seasons": [season((1,), (2,), (4,))]}),
    (
        "episodes-out-of-order",
        {"seasons": [season(WEEKLY[0], (2, day(10, 25), 46), (3, day(10, 18), 46))]},
    ),
    ("episode-outside-the-run", {"seasons": [season(*WEEKLY[:2], (3, day(12, 21), 46))]}),
    ("episode-of-odd-runtime", {"seasons": [season(*WEEKLY[:2], (3, None, 460))]}),
    ("episode-of-odd-runtime", {"seasons": [season(*WEEKLY[:2], (3, None, 4))]}),
    ("film-of-many-episodes", {"kind": "film"}),
    ("series-of-one-episode", {"episode_count": 1}),
    ("impossible-runtime", {"runtime": 600}),
    ("impossible-runtime", {"runtime": 0}),
    ("unusual-runtime", {"runtime": 98}),
    (
        "unusual-runtime",
        {
            "runtime": 70,
            "countries": ("CN",),
            "native_title": "港口",
            "original_language": "zh-Hans",
        },
    ),
    ("runtime-unlike-its-episodes", {"runtime": 90, "seasons": [season(*WEEKLY)]}),
    ("summary-is-the-synopsis", {"summary": f"  {STORY.upper()}\n"}),
    ("about-is-the-synopsis", {"about": STORY}),
    (
        "about-is-the-synopsis",
        {"summary": "Short, but all of it.", "about": "Short, but all of it."},
    ),
    ("synopsis-repeats-itself", {"synopsis": f"{STORY}\n\n{STORY}"}),
    ("garbled-text", {"synopsis": "He says itâ€™s the end of the harbour, and it is not."}),
    ("garbled-text", {"title": "The Harbour of Ryô".encode().decode("latin-1")}),
    ("html-in-a-text", {"about": "A harbour,<br>and a sailor."}),
    ("html-in-a-text", {"synopsis": "A doctor &amp; a sailor, who never meet in the harbour."}),
    ("stand-in-text", {"synopsis": "TBA."}),
    ("stand-in-text", {"about": "Lorem ipsum dolor sit amet."}),
    ("leftover-marks", {"synopsis": f"{STORY} ~~ By the author of “The Sea”."}),
    ("synopsis-cut-off", {"synopsis": STORY[:-1]}),
    ("broken-sentence", {"about": "It is short.\nspans three episodes."}),
    ("about-says-otherwise", {"about": "Its 11 gripping episodes are short."}),
    ("native-title-in-another-script", {"native_title": "시작"}),
    (
        "native-title-in-another-script",
        {"countries": ("CN",), "original_language": "zh-Hans", "native_title": "もののけ姫"},
    ),
    ("native-title-in-latin", {"native_title": "Harbour"}),
    ("language-unlike-its-country", {"original_language": "ko"}),
    ("title-in-native-script", {"title": "港の人"}),
    ("mixed-romanisation", {"credits": cast("Ryo Nishi", "Ryô Hashi")}),
    ("mixed-romanisation", {"credits": cast("Kōji Nishi", "Shôta Hashi")}),
    ("mixed-romanisation-of-the-title", {"title": "Tōkyō Toukyou"}),
    (
        "credited-twice",
        {
            "credits": [
                CreditFacts(1, "Sora", "main", "Ren"),
                CreditFacts(1, "Sora", "guest", "ren"),
            ]
        },
    ),
    ("namesakes-in-one-cast", {"credits": cast("Sora Aoi", "sora  aoi")}),
    ("character-is-the-actor", {"credits": [CreditFacts(1, "Sora", "main", "Sora")]}),
    (
        "cast-without-characters",
        {
            "credits": [
                CreditFacts(n, name, "main") for n, name in enumerate(string.ascii_uppercase[:5])
            ]
        },
    ),
    (
        "not-born-yet",
        {"credits": [CreditFacts(1, "Sora", "main", "Ren", datetime.date(2006, 1, 1))]},
    ),
    ("old-figures", {"figures": figures(as_of=datetime.date(2025, 4, 30))}),
    ("figures-of-a-day-to-come", {"figures": figures(as_of=datetime.date(2026, 5, 2))}),
    ("rating-off-the-scale", {"figures": figures(rating=Decimal("0.8"))}),
    ("more-votes-than-watchers", {"figures": figures(watchers=8)}),
    ("rating-without-votes", {"figures": figures(votes=None)}),
    (
        "rated-before-its-release",
        {"status": "upcoming", "released": "2026-06", "ended": None, "figures": figures(votes=50)},
    ),
    ("id-of-no-entry", {"ids": [IdFacts("mydramalist", "https://x.test/12")]}),
    ("id-of-no-entry", {"ids": [IdFacts("imdb", "12")]}),
    ("two-entries-of-one-site", {"ids": [IdFacts("tmdb", "1"), IdFacts("tmdb", "2")]}),
    ("entry-of-another-year", {"ids": claims(released="2015-10-11")}),
    ("entry-of-other-episodes", {"ids": claims(episode_count=16)}),
    ("picture-without-words", {"pictures": [PictureFacts(3, "gallery", " ", 2, 3)]}),
    ("poster-lies-down", {"pictures": [PictureFacts(3, "poster", "A harbour", 3, 2)]}),
    ("picture-shown-twice", {"pictures": [PictureFacts(3, "gallery", "A harbour", 2, 3)] * 2}),
    ("link-to-nowhere", {"links": [LinkFacts("watch", "watch it here")]}),
    ("link-to-nowhere", {"links": [LinkFacts("watch", "https://example.com/1")]}),
    (
        "link-given-twice",
        {"links": [LinkFacts("watch", "https://a.tv/1"), LinkFacts("trailer", "https://a.tv/1/")]},
    ),
    (
        "related-to-a-draft",
        {"relations": [RelationFacts("remake", 2, "The Sea", is_visible=False)]},
    ),
    (
        "sequel-of-each-other",
        {"relations": [RelationFacts("sequel", 2, "The Sea", back=("sequel",))]},
    ),
    (
        "sequel-of-each-other",
        {
            "relations": [
                RelationFacts("sequel", 2, "The Sea"),
                RelationFacts("prequel", 2, "The Sea"),
            ]
        },
    ),
    (
        "sequel-came-first",
        {
            "relations": [
                RelationFacts("sequel", 2, "The Sea", released_on=datetime.date(2004, 1, 1))
            ]
        },
    ),
    ("tag-is-a-genre", {"tags": ("drama",)}),
    ("tag-given-twice", {"tags": ("Time Travel", "Time-travel")}),
    ("facts-missing", {"synopsis": ""}),
]
PASSED = {
    "as it is": {},
    "dates known in part": {"released": "2005-10", "ended": "2005"},
    "airing to a day to come": {
        "status": "airing",
        "released": "2026-04-01",
        "ended": "2026-06-01",
    },
    "airing for years, each week": {"status": "airing", "ended": None, "episode_count": 500},
    "to come this month": {
        "status": "upcoming",
        "released": "2026-05",
        "ended": None,
        "figures": [],
    },
    "out in one day": {"ended": "2005-10-11", "episode_count": 16},
    "listed in part while it airs": {
        "status": "airing",
        "released": "2026-04-01",
        "ended": None,
        "seasons": [season((1,))],
    },
    "specials beside the episodes": {"seasons": [season((1,), number=0), season(*WEEKLY)]},
    "numbered on from the season before": {
        "seasons": [season((4,), (5,), (6,))],
    },
    "a double episode": {"seasons": [season(*WEEKLY[:2], (3, None, 92))]},
    "one letter of another script": {"native_title": "ロボ 시"},
    "of two countries": {
        "countries": ("KR", "JP"),
        "native_title": "시작",
        "original_language": "ko",
    },
    "of a country without a script of its own": {
        "countries": ("PH",),
        "native_title": "The Harbour",
        "original_language": "fil",
    },
    "two characters of one person": {
        "credits": [CreditFacts(1, "Sora", "main", "Ren"), CreditFacts(1, "Sora", "main", "Rin")]
    },
    "two names without marks": {"credits": cast("Ryo Nishi", "Ryou Hashi")},
    "as themselves in a show": {
        "kind": "show",
        "credits": [CreditFacts(1, "Sora", "main", "Sora")],
    },
    "an entry that fits": {"ids": claims(released="2006", episode_count=3)},
    "a draft related to a draft": {
        "is_visible": False,
        "relations": [RelationFacts("remake", 2, "The Sea", is_visible=False)],
    },
    "sequel and prequel of one another": {
        "relations": [RelationFacts("sequel", 2, "The Sea", back=("prequel",))]
    },
    "an id of TMDB": {"ids": [IdFacts("tmdb", "tv/21034"), IdFacts("wikidata", "Q1")]},
}


@pytest.mark.parametrize(
    ("name", "changes"), SPOKEN_OF, ids=[f"{n}-{case[0]}" for n, case in enumerate(SPOKEN_OF)]
)
def test_rule_speaks_of_what_makes_no_sense(name, changes):
    assert name in found(facts(**changes))


@pytest.mark.parametrize("what", PASSED)
def test_what_makes_sense_is_let_pass(what):
    assert found(facts(**PASSED[what])) == {}


def test_every_rule_has_a_case_of_its_own():
    assert {name for name, _changes in SPOKEN_OF} == {rule.name for rule in OF_A_DRAMA}


def test_names_of_rules_differ_and_their_words_name_what_they_found():
    assert len({rule.name for rule in OF_A_DRAMA}) == len(OF_A_DRAMA)
    for name, changes in SPOKEN_OF:
        told = found(facts(**changes))[name]
        assert str(RULES[name].words) % told


def test_fingerprint_is_of_the_facts_and_not_of_what_is_usual():
    told = {"runtime": 98, "usual_high": 60}
    assert fingerprint(told) == fingerprint(told | {"usual_high": 70})
    assert fingerprint(told) != fingerprint(told | {"runtime": 97})
