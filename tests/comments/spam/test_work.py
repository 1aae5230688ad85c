import datetime
import hashlib
from itertools import count

import pytest
from django.utils import timezone

from comments.models import SpamRules
from comments.spam.opening import opening
from comments.spam.said import FormEvidence
from comments.spam.work import BITS, work, zeros

PATH = "/dramas/a-quiet-harbour/replies/"


@pytest.fixture
def asked(db):
    SpamRules.objects.create(pk=1, asks_for_work=True)


def done(opened, path=PATH):
    return str(next(number for number in count() if zeros(opened, path, str(number)) >= BITS))


def test_zeros_are_counted():
    bits = f"{int.from_bytes(hashlib.sha256(b'a /b/ 22').digest()):0256b}"
    assert zeros("a", "/b/", "22") == bits.index("1")


def test_work_that_was_done_speaks_for_a_reply_once(points, asked):
    opened = opening()
    form = FormEvidence(PATH, opened=opened, work=done(opened))
    assert [points(work, form=form), points(work, form=form)] == [-2, 0]


def test_work_counts_where_it_is_asked_for(points, db):
    opened = opening()
    assert points(work, form=FormEvidence(PATH, opened=opened, work=done(opened))) == 0


@pytest.mark.parametrize(
    "number",
    ["", "x", "-1", "1.0", "٣", "9" * 5000, "\0"],
    ids=["none", "word", "minus", "point", "arabic", "long", "nul"],
)
def test_what_is_no_work_costs_nothing(points, asked, number):
    assert points(work, form=FormEvidence(PATH, opened=opening(), work=number)) == 0
    assert points(work) == 0


def test_work_for_another_place_or_stamp_counts_nothing(points, asked):
    one = opening()
    number = next(
        str(n)
        for n in count()
        if zeros(one, PATH, str(n)) >= BITS and zeros(one, "/elsewhere/", str(n)) < BITS
    )
    assert points(work, form=FormEvidence("/elsewhere/", opened=one, work=number)) == 0
    assert points(work, form=FormEvidence(PATH, opened=f"{one}x", work=number)) == 0


def test_work_is_good_for_a_day(points, asked, time_machine_at):
    opened = opening()
    number = done(opened)
    time_machine_at((timezone.now() + datetime.timedelta(days=1, minutes=1)).isoformat())
    assert points(work, form=FormEvidence(PATH, opened=opened, work=number)) == 0
