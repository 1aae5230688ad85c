"""The whole of it: the reference to the letter, and nothing that the facts do not hold."""

import datetime
import re
from dataclasses import fields, replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.models import Kind, Status
from catalog.models.dates import PartialDate, Precision
from catalog.prose import Facts, Figures, about
from tests.catalog.prose.facts import REFERENCE, plain, upcoming

PRAISE = [
    *("captivat", "masterful", "compelling", "engaging", "acclaim", "impressive", "resonat"),
    *("exceptional", "exemplif", "appeal", "worldwide", "bring"),
]


def test_reference_facts_give_the_reference_to_the_letter():
    assert about(REFERENCE) == [
        '"1 Litre of Tears", a captivating Japan drama that premiered in 2005 on Fuji TV and '
        "masterfully combines elements of Drama and Melodrama and continues to captivate "
        "audiences worldwide.",
        '"1 Litre of Tears" spans 11 compelling episodes, with each episode delivering 98 minutes '
        "of engaging content.",
        "The series has garnered significant acclaim, maintaining an impressive rating of 8.0, "
        "resonating with over 5,920 viewers on MyDramaList, ranking #3150 in popularity and #2252 "
        "overall on the platform.",
        "The drama showcases an exceptional ensemble cast featuring Erika Sawajiri, Hiroko "
        "Yakushimaru, Ryo Nishikido, Riko Narumi, Yuma Sanada, Ai Miyoshi, Momosuke Mizutani, "
        "Ryô Hashizume, Naohito Fujiki, Takanori Jinnai, who bring their characters to life with "
        "compelling performances.",
        'Known in Japan as "1リットルの涙", this production exemplifies the growing global appeal '
        "and rich storytelling tradition of Asian entertainment.",
    ]


def test_title_alone_gives_one_sentence():
    assert about(Facts(title="W", today=REFERENCE.today)) == ['"W" is a drama.']


def test_cancelled_before_its_day_says_nothing_of_what_was_never_made():
    assert about(upcoming(status="cancelled", native_title="", genres=())) == [
        '"1 Litre of Tears" is a drama from Japan that was to premiere in 2027 on Fuji TV.',
        "The drama was cancelled.",
    ]


# Names of letters that no sentence of ours contains, so that each can be told from our words.
NAMES = st.text("ΑΒΓΔΕабвгд字幕名前", min_size=1, max_size=8)
COUNTS = st.none() | st.integers(0, 3000)
DATES = st.none() | st.builds(
    PartialDate,
    st.dates(datetime.date(1950, 1, 1), datetime.date(2050, 1, 1)),
    st.sampled_from(Precision),
)
FIGURES = st.none() | st.builds(
    Figures,
    source=NAMES,
    rating=st.none() | st.decimals(0, 10, places=1),
    watchers=COUNTS,
    popularity=COUNTS,
    rank=COUNTS,
)
ANY_FACTS = st.builds(
    Facts,
    title=NAMES,
    native_title=st.just("") | NAMES,
    kind=st.sampled_from(Kind.values),
    status=st.sampled_from(["", *Status.values]),
    released=DATES,
    ended=DATES,
    countries=st.lists(st.tuples(st.sampled_from(["JP", "FR"]), NAMES), max_size=3).map(tuple),
    networks=st.lists(NAMES, max_size=3).map(tuple),
    genres=st.lists(NAMES, max_size=4).map(tuple),
    season_count=COUNTS,
    episode_count=COUNTS,
    runtime=COUNTS,
    figures=FIGURES,
    cast=st.lists(NAMES, max_size=13).map(tuple),
    is_played_by_themselves=st.booleans(),
    today=st.dates(datetime.date(2000, 1, 1), datetime.date(2040, 1, 1)),
)


def numbers_of(facts):
    dates = [date.year for date in (facts.released, facts.ended) if date]
    counts = [facts.season_count, facts.episode_count, facts.runtime, len(facts.cast) - 10]
    listing = facts.figures
    places = [listing.watchers, listing.popularity, listing.rank] if listing else []
    ratings = [f"{listing.rating:.1f}"] if listing and listing.rating else []
    return {str(number) for number in [*dates, *counts, *places] if number} | set(ratings)


def names_of(facts):
    countries = [name for _code, name in facts.countries]
    source = [facts.figures.source] if facts.figures else []
    names = [facts.title, facts.native_title, *countries, *facts.networks, *facts.genres]
    return {*names, *source, *facts.cast}


def test_every_field_is_drawn():
    drawn = set(ANY_FACTS.wrapped_strategy.kwargs)
    assert drawn == {field.name for field in fields(Facts)}


@settings(max_examples=300, deadline=None)
@given(ANY_FACTS)
def test_nothing_is_said_that_the_facts_do_not_hold(facts):
    text = "\n".join(about(facts))
    assert {n.replace(",", "") for n in re.findall(r"\d[\d,.]*\d|\d", text)} <= numbers_of(facts)
    assert set(re.findall(r"[^\x00-\x7f]+", text)) <= names_of(facts)
    assert set(re.findall(r'"(.*?)"', text)) <= {facts.title, facts.native_title}


@settings(max_examples=300, deadline=None)
@given(ANY_FACTS)
def test_sentences_are_well_formed(facts):
    for sentence in about(facts):
        assert sentence.endswith(".")
        assert not re.search(r"  |None| [.,]|\.\.|,,|%|and and|that and", sentence)


@settings(max_examples=300, deadline=None)
@given(ANY_FACTS)
def test_praise_is_never_said_without_figures(facts):
    text = "\n".join(about(replace(facts, figures=None)))
    assert [word for word in PRAISE if word in text] == []


@settings(max_examples=200, deadline=None)
@given(ANY_FACTS)
def test_nothing_upcoming_is_praised_or_said_to_have_been_shown(facts):
    tomorrow = PartialDate(facts.today + datetime.timedelta(days=1))
    text = "\n".join(about(replace(facts, released=tomorrow, status="upcoming")))
    words = [*PRAISE, "premiered", "was released", "is rated", "ranks", "spans", "airing"]
    assert [word for word in words if word in text] == []


TOPICS = {
    "released": (None, r" in \d{4}| for \d{4}"),
    "networks": ((), r" on Fuji TV"),
    "genres": ((), r"elements"),
    "countries": ((), r"Japan|co-produced|Asian"),
    "runtime": (None, r"minute"),
    "episode_count": (None, r"\bepisodes\b|one episode"),
    "figures": (None, r"MyDramaList|rated|watcher|viewers|#|platform"),
    "cast": ((), r"cast|features|featuring|will feature"),
    "native_title": ("", r"[Kk]nown|native|リットル"),
}


def test_absent_fact_has_no_sentence():
    for base in (REFERENCE, plain(), upcoming()):
        for field, (nothing, topic) in TOPICS.items():
            text = "\n".join(about(replace(base, **{field: nothing})))
            assert not re.search(topic, text), (field, text)


def test_low_rating_of_many_watchers_is_not_praised():
    low = replace(REFERENCE.figures, rating=Decimal("5.0"), watchers=90_000)
    text = "\n".join(about(plain(figures=low)))
    assert [word for word in PRAISE if word in text] == []
