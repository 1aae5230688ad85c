import datetime

import pytest

from catalog.models import ExternalId
from catalog.models.dates import PartialDate
from catalog.standing import OWN, is_followed, settle, standings
from tests import factories

AT = "2025-10-31T12:00:00Z"


def claim(value, **more):
    return {"value": value, "at": AT} | more


@pytest.mark.parametrize(
    ("said", "ours", "followed"),
    [
        (claim("A"), "A", True),
        (claim("A"), "B", False),
        (claim("A", kept=True), "A", False),
        (claim("2005-10"), PartialDate.parse("2005-10"), True),
        (claim("2005-10"), None, False),
        (claim(["Drama", "Life"]), {"life", "Drama"}, True),
        (claim(["Drama", "Life"]), {"Drama"}, False),
    ],
    ids=["same", "edited", "locked", "date", "no date", "list", "shorter list"],
)
def test_field_is_followed_while_it_is_what_the_source_said(said, ours, followed):
    assert is_followed(said, ours) is followed


def test_fields_of_which_no_source_has_spoken_have_no_standing():
    silent = ExternalId(pk=1, source="demo", claims=None)
    spoken = ExternalId(pk=2, source="tmdb", claims={"title": claim("A")})
    found = standings([silent, spoken], {"title": "A", "synopsis": ""})
    assert list(found) == ["title"]
    title = found["title"]
    assert (title.followed, title.choice, title.value(2)) == (2, "2", "A")
    assert title.since(2) == datetime.datetime(2025, 10, 31, 12, tzinfo=datetime.UTC)
    assert standings([spoken], {"title": "B"})["title"].choice == OWN


@pytest.mark.django_db
@pytest.mark.parametrize(("chosen", "kept"), [("own", [True, True]), ("second", [True, False])])
def test_word_is_given_to_one_source_or_to_none(chosen, kept):
    drama = factories.DramaFactory()
    first, second = (
        factories.ExternalIdFactory(drama=drama, source=source, claims={"title": claim(value)})
        for source, value in (("mydramalist", "A"), ("tmdb", "B"))
    )
    settle([first, second], {"title": str(second.pk) if chosen == "second" else OWN})
    rows = ExternalId.objects.order_by("pk")
    assert [row.claims["title"].get("kept", False) for row in rows] == kept
