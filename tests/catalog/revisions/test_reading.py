import pytest

from catalog.models import Drama
from catalog.revisions import states_of
from catalog.revisions.reading import differences_of
from tests import factories

pytestmark = pytest.mark.django_db


def state_of(drama):
    return states_of([drama.pk])[drama.pk]


def told(before, after):
    """By label, each line with what went in brackets and what came in braces."""
    return {
        label: [
            "".join(
                part.kept
                + (f"[{part.deleted}]" if part.deleted else "")
                + (f"{{{part.inserted}}}" if part.inserted else "")
                for part in line
            )
            for line in lines
        ]
        for label, lines in differences_of(before, after)
    }


def test_texts_are_compared_word_by_word_and_choices_by_their_names():
    drama = factories.DramaFactory(title="A river", synopsis="It rains all day.", kind="film")
    before = state_of(drama)
    Drama.objects.update(synopsis="It rains at night.", kind="series", runtime=45)
    assert told(before, state_of(drama)) == {
        "Kind": ["[film]{series}"],
        "Runtime in minutes": ["{45}"],
        "Synopsis": ["It rains [all day]{at night}."],
    }


def test_rows_are_compared_one_by_one():
    person = factories.PersonFactory(name="Aoi Minato")
    credit = factories.CreditFactory(person=person, character="Aya", order=3)
    drama = credit.drama
    drama.genres.set([factories.GenreFactory(name="Wonder")])
    before = state_of(drama)
    drama.genres.clear()
    drama.countries.set([factories.CountryFactory()])
    drama.credits.update(character="Asami")
    factories.AlternativeTitleFactory(drama=drama, title="Saigo", language="ja")
    assert told(before, state_of(drama)) == {
        "Countries": ["{Japan}"],
        "Genres": ["[Wonder]"],
        "Alternative titles": ["{Saigo · ja}"],
        "Credits": ["Aoi Minato · main role · [Aya]{Asami} · 3"],
    }


def test_people_are_called_what_they_were_after_they_are_gone():
    credit = factories.CreditFactory(person__name="Aoi Minato", character="", order=0, role="guest")
    before = state_of(credit.drama)
    credit.person.delete()
    assert told(before, state_of(credit.drama)) == {"Credits": ["[Aoi Minato · guest role · 0]"]}


def test_episodes_name_their_season_and_pictures_their_words():
    episode = factories.EpisodeFactory(season__number=2, number=4, title="Rain")
    drama = episode.season.drama
    picture = factories.PictureFactory(alt="A ferry", credit="")
    drama.poster = picture
    drama.save()
    before = state_of(drama)
    picture.alt = "A boat"
    picture.save()
    drama.seasons.all().delete()
    assert told(before, state_of(drama)) == {
        "Poster": [f"picture {picture.pk} “A [ferry]{{boat}}”"],
        "Seasons": ["[2]"],
        "Episodes": ["[Season 2 · 4 · Rain]"],
        "Words of pictures": ["A [ferry]{boat} · 50 % 50 %"],
    }
