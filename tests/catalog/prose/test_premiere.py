import pytest

from catalog.models.dates import PartialDate
from catalog.prose.premiere import premiere
from tests.catalog.prose.facts import plain, reference, upcoming

JAPAN_AND_KOREA = (("JP", "Japan"), ("KR", "South Korea"))
THREE_COUNTRIES = (*JAPAN_AND_KOREA, ("CN", "China"))


def dated(text):
    return {"released": PartialDate.parse(text)}


@pytest.mark.parametrize(
    ("facts", "rest"),
    [
        (
            reference(),
            ", a captivating Japan drama that premiered in 2005 on Fuji TV and masterfully combines"
            " elements of Drama and Melodrama and continues to captivate audiences worldwide.",
        ),
        (
            reference(genres=("Romance",), countries=JAPAN_AND_KOREA, kind="film"),
            ", a captivating film co-produced by Japan and South Korea that was released in 2005 on"
            " Fuji TV and masterfully uses elements of Romance and continues to captivate"
            " audiences worldwide.",
        ),
        (
            reference(genres=(), countries=(), released=None, networks=()),
            ", a captivating drama that continues to captivate audiences worldwide.",
        ),
        (
            plain(),
            " is a drama from Japan that premiered in 2005 on Fuji TV"
            " and combines elements of Drama and Melodrama.",
        ),
        (
            plain(countries=(("ID", "Indonesia"),), genres=("Drama",), networks=("NET.", "RCTI")),
            " is a drama from Indonesia that premiered in 2005 on NET. and RCTI"
            " and has elements of Drama.",
        ),
        (
            plain(countries=JAPAN_AND_KOREA, genres=("Action", "Comedy", "Crime"), networks=()),
            " is a drama co-produced by Japan and South Korea that premiered in 2005"
            " and combines elements of Action, Comedy and Crime.",
        ),
        (
            plain(countries=(("US", "United States"), ("JP", "Japan")), genres=()),
            " is a drama co-produced by the United States and Japan"
            " that premiered in 2005 on Fuji TV.",
        ),
        (
            plain(countries=THREE_COUNTRIES, genres=(), kind="show"),
            " is a show co-produced by Japan, South Korea and China"
            " that premiered in 2005 on Fuji TV.",
        ),
        (
            plain(kind="film", networks=(), genres=(), **dated("2016")),
            " is a film from Japan that was released in 2016.",
        ),
        (
            plain(kind="special", genres=(), **dated("2016-04")),
            " is a special from Japan that premiered in 2016 on Fuji TV.",
        ),
        (
            plain(released=None, genres=()),
            " is a drama from Japan that premiered on Fuji TV.",
        ),
        (
            plain(released=None, status="", genres=()),
            " is a drama from Japan that is listed on Fuji TV.",
        ),
        (plain(released=None, networks=(), genres=(), countries=()), " is a drama."),
        (
            upcoming(),
            " is a drama from Japan that will premiere in 2027 on Fuji TV"
            " and combines elements of Drama and Melodrama.",
        ),
        (
            upcoming(kind="film", genres=(), networks=()),
            " is a film from Japan that will be released in 2027.",
        ),
        (
            upcoming(released=None, genres=()),
            " is a drama from Japan that will premiere on Fuji TV.",
        ),
        (
            upcoming(status="cancelled", genres=()),
            " is a drama from Japan that was to premiere in 2027 on Fuji TV.",
        ),
        (
            plain(status="cancelled", genres=()),
            " is a drama from Japan that premiered in 2005 on Fuji TV.",
        ),
    ],
)
def test_premiere_says_what_is_known(facts, rest):
    assert premiere(facts) == '"1 Litre of Tears"' + rest


@pytest.mark.parametrize(
    ("status", "date", "shown"),
    [
        ("", "2005-10-11", "premiered in 2005"),
        ("", "2026-06-15", "premiered in 2026"),
        ("", "2026-06-16", "will premiere in 2026"),
        ("", "2026-07", "will premiere in 2026"),
        ("", "2027", "will premiere in 2027"),
        ("ended", "2027", "will premiere in 2027"),
        # The month or the year has begun: only the status can tell.
        ("", "2026-06", "is listed for 2026"),
        ("", "2026", "is listed for 2026"),
        ("upcoming", "2026", "will premiere in 2026"),
        ("airing", "2026", "premiered in 2026"),
        ("ended", "2026-06", "premiered in 2026"),
        # The status was never brought up to date.
        ("upcoming", "2005", "is listed for 2005"),
    ],
)
def test_tense_is_decided_by_date_then_status(status, date, shown):
    facts = plain(status=status, genres=(), networks=(), **dated(date))
    assert premiere(facts) == f'"1 Litre of Tears" is a drama from Japan that {shown}.'
