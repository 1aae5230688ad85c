import json

import pytest
from django.core.serializers.json import DjangoJSONEncoder

from comments import addresses
from comments.held import Held
from comments.models import Notice, Recipient, Revision, Subscription, Topic
from comments.takeout import taken_along

pytestmark = pytest.mark.django_db

HANA = addresses.key("hana@example.org")
GIVEN = {
    "website": "https://hana.example/",
    "network_key": "n" * 64,
    "about_episode": 3,
    "points": 2,
    "reasons": [{"words": "two links", "points": 2}],
}


def test_file_says_everything_about_a_reply(said):
    reply = said("||the end||", **GIVEN)
    Revision.objects.create(reply=reply, name="Hana K.", body="the end")
    reply.remove(note="for the editors")
    (told,) = taken_along(Held(HANA))["replies"]
    expected = {
        "number": reply.pk,
        "address": None,
        "drama": "A Quiet Harbour",
        "drama_address": "/dramas/a-quiet-harbour/",
        "name": "Hana",
        "website": "https://hana.example/",
        "comment": "||the end||",
        "about_episode": 3,
        "state": "removed",
        "created_at": reply.created_at,
        "points": 2,
        "reasons": ["two links (+2)"],
        "hashes_kept": ["network", "text"],
    }
    assert {name: told[name] for name in expected} == expected
    assert [earlier["comment"] for earlier in told["earlier_texts"]] == ["the end"]
    assert [decision["state"] for decision in told["decisions"]] == ["removed"]


def test_file_holds_nothing_of_others_and_no_hash(said, admin_user):
    theirs = said("words of another", name="Another", email="mei@example.org")
    mine = said("mine", parent=theirs, **GIVEN)
    said("an answer of another", name="Another", email="mei@example.org", parent=mine)
    mine.remove(admin_user, note="written by another")
    text = json.dumps(taken_along(Held(HANA)), cls=DjangoJSONEncoder)
    for secret in (
        "nother",
        admin_user.username,
        HANA,
        mine.fingerprint,
        "n" * 64,
        mine.email_sealed,
    ):
        assert secret not in text
    assert f'"in_answer_to": {theirs.pk}' in text
    assert '"email_address": "hana@example.org"' in text


@pytest.mark.parametrize("number", [1, 3])
def test_file_costs_the_same_however_much_is_in_it(said, django_assert_num_queries, number):
    for _ in range(number):
        said()
    with django_assert_num_queries(5):
        taken_along(Held(HANA))


def test_file_says_what_mail_was_asked_for_and_sent(said, drama):
    theirs = said(email="mei@example.org")
    recipient = Recipient.objects.at("hana@example.org", "https://dramas.example")
    asked = {"drama": drama, "reply": theirs}
    subscription = Subscription.objects.create(recipient=recipient, is_daily=True, **asked)
    Notice.objects.create(
        recipient=recipient, reply=theirs, subscription=subscription, topic=Topic.CONFIRMATION
    )
    told = taken_along(Held(HANA))
    assert told["email_address"] == "hana@example.org"
    (about,) = told["mail"]["told_of"]
    assert (about["drama"], about["answers_to_reply"]) == ("A Quiet Harbour", theirs.pk)
    assert about["once_a_day"] is True
    (mail,) = told["mail"]["mails"]
    assert (mail["about_reply"], mail["topic"]) == (theirs.pk, "confirmation")
