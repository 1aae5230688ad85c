import datetime
import json

import pytest

from catalog import metadata
from catalog.labels import labels_of
from catalog.models import Credit
from catalog.models.dates import PartialDate
from tests.factories import (
    AlternativeTitleFactory,
    CountryFactory,
    CreditFactory,
    DramaFactory,
    EpisodeFactory,
    GalleryImageFactory,
    ListingFiguresFactory,
    PersonFactory,
    PersonNameFactory,
    PictureFactory,
)

HOSTILE = "</script><script>alert(1)</script><!-- & \u2028\u2029 ]]> \\\" 'x'"


def at(path):
    return f"https://dramas.example{path}"


def said_of(drama, episodes=(), images=()):
    cast, crew = Credit.cast_and_crew(drama.credits.select_related("person").order_by("order"))
    labels = labels_of(drama)
    return metadata.drama_node(
        drama, at, labels=labels, cast=cast, crew=crew, episodes=episodes, images=images
    )


def test_nothing_can_break_out_of_the_script():
    script = metadata.script(metadata.node("Movie", name=HOSTILE))
    opening, closing = '<script type="application/ld+json">', "</script>"
    data = script.removeprefix(opening).removesuffix(closing)
    assert set("<>&\u2028\u2029") & set(data) == set()
    assert json.loads(data) == {"@context": "https://schema.org", "@type": "Movie", "name": HOSTILE}


def test_what_is_not_known_is_left_out():
    assert metadata.node("Movie", name="x", duration=None, genre=[], sameAs="", count=0) == {
        "@type": "Movie",
        "name": "x",
        "count": 0,
    }


@pytest.mark.django_db
def test_drama_of_which_nothing_is_known_is_a_name_and_an_address():
    drama = DramaFactory(title="X", slug="x")
    url = "https://dramas.example/dramas/x/"
    assert said_of(drama) == {"@type": "TVSeries", "@id": url, "url": url, "name": "X"}


@pytest.mark.django_db
def test_series_has_names_dates_as_known_and_its_people():
    drama = DramaFactory(
        native_title="涙", original_language="ja", countries=[CountryFactory()], episode_count=11
    )
    drama.released, drama.ended = PartialDate.parse("2005-10"), PartialDate.parse("2005")
    AlternativeTitleFactory(drama=drama, title="Tears")
    AlternativeTitleFactory(drama=drama, title="涙")
    aya = PersonFactory(name="Erika", slug="erika")
    CreditFactory(drama=drama, person=aya, character="Aya")
    CreditFactory(drama=drama, person=aya, character="")
    CreditFactory(drama=drama, person=aya, role="director", character="")
    ListingFiguresFactory(drama=drama)
    said = said_of(drama)
    erika = {"@type": "Person", "name": "Erika", "url": "https://dramas.example/people/erika/"}
    assert said["alternateName"] == ["涙", "Tears"]
    assert (said["startDate"], said["endDate"]) == ("2005-10", "2005")
    assert said["countryOfOrigin"] == [{"@type": "Country", "name": "Japan"}]
    assert said["actor"] == [
        {"@type": "PerformanceRole", "actor": erika, "characterName": "Aya"},
        erika,
    ]
    assert (said["director"], said["numberOfEpisodes"]) == ([erika], 11)
    assert "aggregateRating" not in said


@pytest.mark.django_db
def test_film_is_published_once_and_lasts_minutes():
    drama = DramaFactory(kind="film", runtime=120)
    drama.released = PartialDate.parse("2005-10-11")
    said = said_of(drama)
    assert (said["@type"], said["datePublished"], said["duration"]) == (
        "Movie",
        "2005-10-11",
        "PT120M",
    )
    assert "startDate" not in said


@pytest.mark.django_db
def test_episodes_stand_in_their_seasons():
    first = EpisodeFactory(air_date=datetime.date(2005, 10, 11), native_title="ある", runtime=45)
    second = EpisodeFactory(season__drama=first.season.drama, title="")
    assert metadata.seasons([first, second], with_names=True) == [
        {
            "@type": "TVSeason",
            "seasonNumber": 1,
            "name": "Season 1",
            "episode": [
                {
                    "@type": "TVEpisode",
                    "episodeNumber": 1,
                    "name": "The story of day 1",
                    "alternateName": "ある",
                    "datePublished": "2005-10-11",
                    "duration": "PT45M",
                }
            ],
        },
        {
            "@type": "TVSeason",
            "seasonNumber": 2,
            "name": "Season 2",
            "episode": [{"@type": "TVEpisode", "episodeNumber": 1, "name": "Episode 1"}],
        },
    ]


@pytest.mark.django_db
def test_person_has_every_name_once_and_the_date_as_known():
    person = PersonFactory(name="Erika", slug="erika", native_name="沢尻", biography="One. Two.")
    person.born = PartialDate.parse("1986-04")
    names = [PersonNameFactory(person=person, name=name) for name in ("沢尻", "E.")]
    assert metadata.person_node(person, names, "", at) == {
        "@type": "ProfilePage",
        "mainEntity": {
            "@type": "Person",
            "@id": "https://dramas.example/people/erika/",
            "url": "https://dramas.example/people/erika/",
            "name": "Erika",
            "alternateName": ["沢尻", "E."],
            "birthDate": "1986-04",
            "description": "One. Two.",
        },
    }


@pytest.mark.django_db
def test_picture_says_more_on_its_own_page():
    image = GalleryImageFactory(
        caption="A caption", picture=PictureFactory(alt="Two people", credit="Ana")
    )
    short = metadata.picture_node(image, at)
    assert set(short) == {"@type", "contentUrl", "description"}
    assert short["contentUrl"].endswith(f"/media/pictures/{image.picture.token}/16.jpg")
    own = metadata.picture_node(image, at, "https://dramas.example/1/")
    assert (own["caption"], own["creditText"]) == ("A caption", "Ana")


@pytest.mark.django_db
def test_list_counts_on_from_page_to_page():
    drama = DramaFactory(title="X", slug="x")
    said = metadata.list_node("All", "https://dramas.example/dramas/?page=2", [drama], at, 49)
    assert said["mainEntity"]["itemListElement"] == [
        {
            "@type": "ListItem",
            "position": 49,
            "name": "X",
            "url": "https://dramas.example/dramas/x/",
        }
    ]
    assert "mainEntity" not in metadata.list_node("None", "https://dramas.example/", [], at)


def test_crumbs_lead_from_the_widest():
    said = metadata.crumbs_node([("Dramas", "/dramas/"), ("X", "/dramas/x/")], at)
    assert [(step["position"], step["name"], step["item"]) for step in said["itemListElement"]] == [
        (1, "Dramas", "https://dramas.example/dramas/"),
        (2, "X", "https://dramas.example/dramas/x/"),
    ]


def test_site_says_how_to_search_it():
    said = metadata.site_node("Dramas", "https://d.example/", "en", "https://d.example/search/")
    assert said["potentialAction"]["target"]["urlTemplate"] == (
        "https://d.example/search/?q={search_term_string}"
    )
    assert said["potentialAction"]["query-input"] == "required name=search_term_string"
