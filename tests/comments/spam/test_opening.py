import datetime
import re

import pytest
from django.utils import timezone

from comments.spam.form import stamp_for
from comments.spam.opening import haste, opened_at, opening
from comments.spam.said import FormEvidence

PATH = "/dramas/a-quiet-harbour/replies/"
START = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
LONG = "The last episode stays with me, and so does the letter."


@pytest.fixture
def written(time_machine_at, points):
    """Points of a text that was posted so many seconds after its form was opened."""

    def write(seconds, text=LONG):
        time_machine_at(START.isoformat())
        form = FormEvidence(PATH, opened=opening())
        time_machine_at((START + datetime.timedelta(seconds=seconds)).isoformat())
        return points(haste, text, form=form)

    return write


@pytest.mark.parametrize(
    ("seconds", "text", "expected"),
    [
        (0.5, LONG, 3),
        (2.5, LONG, 3),
        (3, LONG, 0),
        (0.5, "First!", 0),
        (0.2, "First!", 3),
        (10**9, LONG, 0),
        (-60, LONG, 0),
    ],
    ids=["at once", "too fast", "fast", "short", "too short", "years later", "clock set back"],
)
def test_too_fast_depends_on_the_length(written, seconds, text, expected):
    assert written(seconds, text) == expected


@pytest.mark.parametrize(
    "stamp", ["", "x", "1-2:x", "9" * 10_000, "\0"], ids=["none", "word", "forged", "long", "nul"]
)
def test_nothing_follows_from_no_stamp_or_one_that_is_not_ours(points, stamp):
    assert opened_at(stamp) is None
    assert points(haste, LONG, form=FormEvidence(PATH, opened=stamp)) == 0
    assert points(haste, LONG) == 0


def test_no_two_stamps_are_the_same():
    assert len({opening() for _ in range(100)}) == 100
    assert timezone.now() - opened_at(opening()) < datetime.timedelta(seconds=5)


def test_reply_posted_at_once_is_held_with_the_reason(client, drama, typed, stored):
    opened = client.get("/replies/opened/").json()["opened"]
    given = typed | {"comment": LONG, "stamp": stamp_for(PATH), "opened": opened}
    assert client.post(PATH, given).status_code == 303
    assert stored() == [("haste", 3), ("newcomer", 0)]


def test_form_that_is_given_back_keeps_when_it_was_opened(client, drama, typed):
    response = client.post(PATH, typed | {"name": "", "opened": 'then">'})
    assert response.status_code == 422
    assert re.findall(r'name="opened" value="(.*?)"', response.content.decode()) == [
        "then&quot;&gt;"
    ]
