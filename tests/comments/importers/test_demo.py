"""The demo conversations are whole, threaded and nobody's real address."""

import json
from datetime import date, timedelta
from itertools import chain

import pytest

from catalog.importers.demo import read_dramas
from comments.importers.demo import DemoReply, read_replies

THREADS = read_replies()


def flat(replies):
    return list(chain.from_iterable([reply, *flat(reply.answers)] for reply in replies))


def depth(replies):
    return max((1 + depth(reply.answers) for reply in replies), default=0)


def thread(**fields):
    return {"name": "Jo", "email": "jo@example.org", "body": "Hello.", "age": "2 days", **fields}


def test_replies_belong_to_dramas_of_the_demo_catalogue():
    assert THREADS.keys() - {drama.source_id for drama in read_dramas(date(2026, 11, 23))} == set()


def test_the_reference_drama_has_the_long_conversation():
    conversation = THREADS["1-litre-of-tears"]

    assert (len(flat(conversation)), depth(conversation)) == (26, 5)


def test_no_reply_says_the_same_as_another():
    bodies = [reply.body for reply in flat(chain.from_iterable(THREADS.values()))]

    assert len(bodies) == len(set(bodies))


def test_a_name_has_one_address():
    pairs = {(r.name, r.email) for r in flat(chain.from_iterable(THREADS.values()))}

    assert len({name for name, _ in pairs}) == len({email for _, email in pairs}) == len(pairs)


def test_read_replies_nests_answers(tmp_path):
    path = tmp_path / "replies.json"
    answer = thread(name="Al", age="1 day 90 minutes", website="https://al.example.org/")
    path.write_text(json.dumps({"x": [thread(answers=[answer])]}), "utf-8")

    replies = read_replies(path)

    al = DemoReply(
        name="Al",
        website="https://al.example.org/",
        email="jo@example.org",
        body="Hello.",
        age=timedelta(days=1, minutes=90),
    )
    jo = DemoReply(
        name="Jo", email="jo@example.org", body="Hello.", age=timedelta(days=2), answers=(al,)
    )
    assert replies == {"x": (jo,)}


def nested(levels):
    return thread(age=f"{levels} days", answers=[nested(levels - 1)] if levels > 1 else [])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (thread(email="jo@real.example"), "r.json: x[0]: email: 'jo@real.example' might be"),
        (thread(age="soon"), "r.json: x[0]: age: 'soon' is no timedelta"),
        (thread(mood="good"), "r.json: x[0]: unknown field 'mood'"),
        ({"name": "Jo"}, "r.json: x[0]: field 'email' is missing"),
        (thread(answers=[thread()]), "r.json: x[0]: answers[0]: age: not younger than"),
        (nested(6), "r.json: x[0]" + ": answers[0]" * 5 + ": answers: deeper than 5"),
    ],
)
def test_read_replies_of_a_fault_names_the_field(tmp_path, data, message):
    path = tmp_path / "r.json"
    path.write_text(json.dumps({"x": [data]}), "utf-8")

    with pytest.raises(ValueError) as caught:
        read_replies(path)

    assert str(caught.value).startswith(message)
