"""A drama comes and goes with its minute wherever it is shown: nothing is restarted or written."""

import datetime

import pytest

from catalog.search.index import catch_up
from tests import factories

pytestmark = pytest.mark.django_db
SINCE = datetime.datetime(2030, 5, 1, 12, tzinfo=datetime.UTC)
UNTIL = SINCE + datetime.timedelta(hours=1)
SECOND = datetime.timedelta(seconds=1)


@pytest.fixture
def drama(time_machine_at):
    time_machine_at(SINCE - SECOND)
    drama = factories.DramaFactory(
        title="The Passing Guest",
        slug="guest",
        publication="scheduled",
        publish_at=SINCE,
        unpublish_at=UNTIL,
        status="airing",
        genres=[factories.GenreFactory(name="Wonder")],
        released_on=datetime.date(2030, 5, 1),
        released_precision="day",
    )
    person = factories.PersonFactory(name="Aoi Minato", slug="aoi")
    factories.CreditFactory(drama=drama, person=person)
    other = factories.DramaFactory(slug="other")
    factories.RelationFactory(drama=other, other=drama)
    factories.PickFactory(drama=drama, since=SINCE - SECOND)
    catch_up()
    return drama


LISTS = (
    "/",
    "/dramas/",
    "/dramas/?genre=wonder",
    "/dramas/other/",
    "/genres/wonder/",
    "/years/2030/",
    "/calendar/2030-05/",
    "/search/?q=passing",
    "/search/suggestions/?q=passing",
    "/feeds/dramas.atom",
    "/feeds/dramas.json",
    "/sitemaps/dramas-1.xml",
    "/api/dramas/",
    "/api/search/?q=passing",
)
PAGES = (
    "/dramas/guest/",
    "/dramas/guest/episodes/",
    "/dramas/guest/poster.svg",
    "/dramas/guest/share.jpg",
    "/dramas/guest/calendar.ics",
    "/dramas/guest/replies.atom",
    "/api/dramas/guest/",
    "/people/aoi/",
)
MOMENTS = ((SINCE - SECOND, False), (SINCE, True), (UNTIL - SECOND, True), (UNTIL, False))


@pytest.mark.parametrize("address", LISTS)
def test_list_has_it_from_its_first_second_to_its_last(client, drama, time_machine_at, address):
    seen = []
    for moment, _is_shown in MOMENTS:
        time_machine_at(moment)
        text = client.get(address).content.decode()
        seen.append("/dramas/guest/" in text)
    assert seen == [is_shown for _moment, is_shown in MOMENTS]


@pytest.mark.parametrize("address", PAGES)
def test_page_is_there_from_its_first_second_to_its_last(client, drama, time_machine_at, address):
    seen = []
    for moment, _is_shown in MOMENTS:
        time_machine_at(moment)
        seen.append(client.get(address).status_code)
    assert seen == [200 if is_shown else 404 for _moment, is_shown in MOMENTS]
