import datetime

import pytest
from django.utils import timezone

from catalog.models import FormerSlug
from tests.factories import (
    AlternativeTitleFactory,
    CountryFactory,
    CreditFactory,
    DramaFactory,
    DramaTagFactory,
    EpisodeFactory,
    GalleryImageFactory,
    GenreFactory,
    ListingFiguresFactory,
    NetworkFactory,
    RelationFactory,
    SeasonFactory,
)

pytestmark = pytest.mark.django_db


def full_drama(times):
    """A drama with ``times`` of everything that a page shows."""
    drama = DramaFactory(
        slug="full",
        native_title="花",
        original_language="ja",
        genres=GenreFactory.create_batch(times),
        networks=NetworkFactory.create_batch(times),
        countries=[CountryFactory()],
    )
    season = SeasonFactory(drama=drama)
    for _ in range(times):
        AlternativeTitleFactory(drama=drama)
        CreditFactory(drama=CreditFactory(drama=drama).drama, role="director")
        DramaTagFactory(drama=drama)
        EpisodeFactory(season=season)
        GalleryImageFactory(drama=drama)
        RelationFactory(drama=drama)
        sibling = DramaFactory(genres=drama.genres.all(), countries=drama.countries.all())
        CreditFactory(drama=sibling, person=drama.credits.first().person)
    ListingFiguresFactory(drama=drama)
    return drama


@pytest.mark.parametrize("times", [1, 3])
def test_drama_takes_twelve_queries_whatever_its_size(client, django_assert_max_num_queries, times):
    full_drama(times)
    # With what reading the changes of the catalogue takes.
    with django_assert_max_num_queries(12):
        assert client.get("/dramas/full/").status_code == 200


@pytest.mark.parametrize("path", ["/dramas/empty/", "/dramas/empty/episodes/"])
def test_empty_drama_has_whole_pages(client, path):
    DramaFactory(slug="empty", title="Empty")
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("publication", ["draft", "scheduled"])
def test_what_is_not_published_is_not_found(client, publication):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    DramaFactory(slug="later", publication=publication, publish_at=tomorrow)
    assert client.get("/dramas/later/").status_code == 404
    assert client.get("/dramas/later/episodes/").status_code == 404


def test_former_slug_redirects_for_ever(client):
    FormerSlug.objects.create(slug="once", drama=DramaFactory(slug="now"))
    response = client.get("/dramas/once/episodes/")
    assert (response.status_code, response.url) == (301, "/dramas/now/episodes/")


def test_drama_without_a_final_slash_redirects(client):
    DramaFactory(slug="now")
    response = client.get("/dramas/now")
    assert (response.status_code, response.url) == (301, "/dramas/now/")


def test_drama_sets_no_cookie_and_varies_by_none(client):
    DramaFactory(slug="same")
    response = client.get("/dramas/same/")
    assert response.cookies == {}
    assert "Cookie" not in response.get("Vary", "")


def test_query_makes_no_second_address(client):
    DramaFactory(slug="same")
    page = client.get("/dramas/same/?utm_source=elsewhere").content.decode()
    assert '<link rel="canonical" href="http://testserver/dramas/same/">' in page


def test_gallery_image_leads_to_its_neighbours(client):
    first = GalleryImageFactory()
    second = GalleryImageFactory(drama=first.drama)
    page = client.get(first.get_absolute_url()).content.decode()
    assert f'href="{second.get_absolute_url()}" rel="next"' in page
    assert 'rel="prev"' not in page


def test_picture_without_alternative_text_has_no_page(client):
    image = GalleryImageFactory(picture__alt="")
    assert client.get(image.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(("day", "number"), [(datetime.date(2005, 10, 11), 1), (None, 0)])
def test_episodes_with_dates_can_be_subscribed_to(client, day, number):
    EpisodeFactory(season__drama__slug="x", air_date=day)
    html = client.get("/dramas/x/episodes/").content.decode()
    assert html.count('href="webcal://testserver/dramas/x/calendar.ics"') == number


def test_each_role_of_the_crew_is_named_once(client):
    drama = DramaFactory(slug="crewed")
    for role in ("screenwriter", "director", "screenwriter"):
        CreditFactory(drama=drama, role=role)
    page = client.get("/dramas/crewed/").content.decode()
    assert [page.count(f"<dt>{role}</dt>") for role in ("Director", "Screenwriter")] == [1, 1]
