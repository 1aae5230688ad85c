import pytest
from django.http import QueryDict

from catalog.api.asked import BadQueryError, cursor_at, dramas_asked, place_asked


def asked(query):
    return dramas_asked(QueryDict(query))


def test_nothing_asked_is_everything_from_the_beginning():
    found = asked("")
    assert (found.choice.picked, found.after, found.limit) == ((), 0, 50)


def test_filters_make_a_choice():
    found = asked("year=2000-2009&genre=romance&genre=medical&country=japan&limit=7&utm=x")
    assert found.choice.picked == (
        ("genre", "medical"),
        ("genre", "romance"),
        ("country", "japan"),
        ("years", "2000-2009"),
    )
    assert found.limit == 7


@pytest.mark.parametrize("place", [0, 1, 17, 10**18 - 1])
def test_cursor_leads_to_its_place(place):
    assert place_asked(QueryDict(f"cursor={cursor_at(place)}")) == place


@pytest.mark.parametrize(
    "query",
    [
        "cursor=",
        "cursor=x",
        "cursor=LTE=",  # -1
        "cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5",
        "cursor=%00",
        "cursor=%F0%9F%8C%B8",
        "cursor=2aE=",  # an Arabic one
        "limit=",
        "limit=0",
        "limit=101",
        "limit=1e2",
        "limit=%D9%A1",
        "kind=opera",
        "kind=",
        "kind=film&kind=show",
        "status=%00",
        "year=205",
        "country=Japan!",
        "&".join(f"genre=g{n}" for n in range(13)),
    ],
)
def test_value_that_there_can_not_be_is_refused(query):
    with pytest.raises(BadQueryError):
        asked(query)
