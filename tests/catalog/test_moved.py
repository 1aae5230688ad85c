import pytest
from django.http import QueryDict

from catalog.models import Redirect
from catalog.models.redirect import spelled
from catalog.moved import asked, is_feed, place_of
from tests.factories import CountryFactory, DramaFactory, PictureFactory, RedirectFactory

POST = "/2019/05/our-harbour"


@pytest.mark.parametrize(
    ("path", "query", "expected"),
    [
        ("/2019/05/Our-Harbour/", "", POST),
        ("/", "p=12", "/?p=12"),
        ("", "", "/"),
        ("/caf%C3%A9/", "", "/café"),
    ],
)
def test_address_has_one_spelling(path, query, expected):
    assert spelled(path, query) == expected


@pytest.mark.parametrize(
    ("path", "query", "expected"),
    [
        (f"{POST}/", "", [POST]),
        (f"{POST}/feed/", "", [f"{POST}/feed", POST]),
        (f"{POST}/feed/atom/", "", [f"{POST}/feed/atom", POST]),
        (f"{POST}/comment-page-2/", "", [f"{POST}/comment-page-2", POST]),
        ("/category/x/page/3/", "", ["/category/x/page/3", "/category/x"]),
        (f"{POST}/2/", "", [f"{POST}/2", POST]),
        (f"{POST}/", "utm_source=a", [POST]),
        ("/", "p=12", ["/?p=12", "/"]),
        ("/", "m=201905", ["/?m=201905", "/"]),
        ("/up/a-300x200.jpg", "", ["/up/a-300x200.jpg", "/up/a.jpg"]),
        ("/a\0b", "", []),
        ("/" + "a" * 501, "", []),
    ],
)
def test_visitor_means_one_of_few(path, query, expected):
    assert list(dict.fromkeys(asked(path, QueryDict(query)))) == expected


def test_feed_is_told_by_its_end():
    assert [is_feed(path) for path in (f"{POST}/feed/", "/feed/rss2/", f"{POST}/")] == [
        True,
        True,
        False,
    ]


@pytest.mark.django_db
def test_redirect_leads_to_what_it_names():
    drama, country = DramaFactory(slug="a"), CountryFactory()
    picture = PictureFactory(token="t")
    made = [
        RedirectFactory(),
        RedirectFactory(drama=drama, address=""),
        RedirectFactory(country=country, address=""),
        RedirectFactory(picture=picture, address=""),
    ]
    assert [place_of(each) for each in made] == [
        "/dramas/",
        "/dramas/a/",
        "/countries/japan/",
        "/media/pictures/t/16.jpg",
    ]
    # Of a country without dramas there is no page.
    found = Redirect.objects.first_of([made[2].old])
    assert place_of(found) == "/countries/"
