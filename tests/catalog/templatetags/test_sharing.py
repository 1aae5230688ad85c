import re

import pytest
from django.template import RequestContext, Template
from django.test import RequestFactory

from catalog.sharing import card_of_drama
from tests.factories import DramaFactory, PersonFactory, PictureFactory

pytestmark = pytest.mark.django_db


def said(tag, **values):
    source = "{% load sharing %}{% " + tag + " %}"
    html = Template(source).render(RequestContext(RequestFactory().get("/x/"), values))
    return dict(re.findall(r'(?:property|name)="([^"]+)" content="([^"]*)"', html))


def test_drama_is_shared_with_its_drawn_picture(django_assert_num_queries):
    drama = DramaFactory(title="<X>", slug="x", kind="film")
    with django_assert_num_queries(0):
        card = said("drama_card drama", drama=drama)
    url = f"http://testserver/dramas/x/share.jpg?v={card_of_drama(drama).version}"
    assert card == {
        "og:type": "video.movie",
        "og:image": url,
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Poster and title of “&lt;X&gt;”",
        "twitter:card": "summary_large_image",
        "twitter:image": url,
        "twitter:image:alt": "Poster and title of “&lt;X&gt;”",
    }


def test_person_is_shared_as_a_profile():
    assert said("person_card person", person=PersonFactory(name="Erika"))["og:image:alt"] == (
        "The name of Erika"
    )
    person = PersonFactory(name="Erika", portrait=PictureFactory())
    card = said("person_card person", person=person)
    assert (card["og:type"], card["og:image:alt"]) == ("profile", "Portrait and name of Erika")


def test_picture_is_shared_itself():
    picture = PictureFactory(alt="Two people")
    card = said("picture_card picture", picture=picture)
    assert card["og:image"] == f"http://testserver/media/pictures/{picture.token}/16.jpg"
    assert (card["og:image:width"], card["og:image:height"]) == ("16", "24")
    assert card["og:image:alt"] == "Two people"
