import re

import pytest

from catalog.models import FormerSlug
from comments.models import Reply, State
from comments.spam.form import stamp, stamp_for, trap
from comments.spam.said import FormEvidence, Said

PATH = "/dramas/a-quiet-harbour/replies/"


def test_form_on_the_page_is_taken_without_points(client, drama, typed, stored):
    html = client.get(PATH).content.decode()
    found = re.search(r'name="stamp" value="(.*?)"', html)[1]
    client.post(PATH, typed | {"stamp": found, "subject": ""})
    assert stored() == [("newcomer", 0)]


def test_stamp_is_the_same_for_everyone_and_for_ever(client, drama, time_machine_at):
    pages = []
    for year in (2026, 2036):
        time_machine_at(f"{year}-01-01T12:00:00Z")
        pages.append(client.get(PATH).content)
    assert pages[0] == pages[1]


@pytest.mark.parametrize(
    "stamp",
    ["", "x", "ä\x00:", stamp_for("/elsewhere/"), "9" * 10_000],
    ids=["none", "a letter", "no text", "of elsewhere", "long"],
)
def test_wrong_stamp_costs_points_and_loses_nothing(client, drama, typed, stored, stamp):
    assert client.post(PATH, typed | {"stamp": stamp}).status_code == 303
    assert stored() == [("stamp", 3), ("newcomer", 0)]
    assert Reply.objects.get().state == State.HELD


def test_filled_trap_costs_points_and_loses_nothing(client, drama, typed, stored):
    given = {"stamp": stamp_for(PATH), "subject": "Hello"}
    assert client.post(PATH, typed | given).status_code == 303
    assert stored() == [("trap", 6), ("newcomer", 0)]
    assert Reply.objects.get().body == typed["comment"]


def test_form_of_a_former_slug_has_the_stamp_of_its_page(client, drama, typed, stored):
    FormerSlug.objects.create(slug="old", drama=drama)
    old = "/dramas/old/replies/"
    client.post(old, typed | {"stamp": stamp_for(old)})
    assert stored() == [("newcomer", 0)]


def test_where_no_form_is_judged_nothing_is_found(points):
    assert (points(trap), points(stamp)) == (0, 0)


def test_trap_is_a_field_that_nobody_meets(client, drama):
    html = client.get(PATH).content.decode()
    field = re.search(r'<p class="visually-hidden" aria-hidden="true">.*?</p>', html, re.S)[0]
    assert 'name="subject" tabindex="-1" autocomplete="off"' in field
    assert "Leave this field empty" in field


def test_evidence_is_what_was_posted(nobody):
    evidence = FormEvidence.of({"subject": "x", "stamp": "y"}, PATH)
    assert evidence == FormEvidence(PATH, "x", "y", "", "")
    assert trap(Said("", form=evidence), nobody).points == 6
