import io
import random
from datetime import timedelta

import pytest

from catalog.models import Drama
from comments.importers import load
from comments.importers.load import Load
from comments.importers.posts import Attaching
from comments.importers.wordpress import WORDPRESS
from comments.models import ImportedReply, Reply, State
from tests.comments.importers.wordpress import comment, export, item


def run(data, **options):
    """The fates of all replies, by their numbers there."""
    entries = lambda: WORDPRESS.entries(io.BytesIO(data))  # noqa: E731
    outcomes = Load(entries, WORDPRESS.record, Attaching(), **options).outcomes()
    return {each.entry.number: each.reason or each.fate.value for each in outcomes}


def parents():
    """What each reply answers, by their texts."""
    return dict(Reply.objects.values_list("body", "parent__body"))


def test_reply_is_written_as_if_it_had_been_posted_here(drama):
    assert run(export(item(comment(1, "Wait <b>for</b> it.")))) == {1: "taken"}
    reply = Reply.objects.get()
    assert (reply.drama, reply.name, reply.address) == (drama, "Mei", "mei@example.org")
    assert reply.body == "Wait **for** it."
    assert reply.body_html == "<p>Wait <strong>for</strong> it.</p>\n"
    assert (reply.state, reply.first_shown_at) == (State.PUBLISHED, reply.created_at)
    assert (reply.network_key, reply.browser_key, reply.decided_at) == ("", "", None)
    assert list(Reply.objects.by_address("MEI@example.org")) == [reply]
    assert "192.0.2.77" not in repr(reply.__dict__)


def test_second_run_changes_nothing(drama):
    data = export(item(comment(1), comment(2, "So it goes.", parent="1")))
    run(data)
    before = list(Reply.objects.values())
    assert run(data) == {1: "there", 2: "there"}
    assert list(Reply.objects.values()) == before


def test_what_was_decided_corrected_and_deleted_here_stays_so(drama):
    data = export(item(comment(1), comment(2, "Two."), comment(3, "Three.")))
    run(data)
    one, two, three = Reply.objects.order_by("pk")
    one.mark_spam()
    two.body = "Two, corrected."
    two.save()
    three.delete()
    assert run(data) == {1: "there", 2: "there", 3: "there"}
    assert list(Reply.objects.order_by("pk").values_list("body", "state")) == [
        (one.body, State.SPAM),
        ("Two, corrected.", State.PUBLISHED),
    ]


@pytest.mark.parametrize("at_once", [1, 2, 200])
def test_threads_of_any_depth_are_kept_in_any_order(drama, monkeypatch, at_once):
    monkeypatch.setattr(load, "AT_ONCE", at_once)
    thread = [comment(n, f"{n}", parent=str(n - 1)) for n in range(1, 13)]
    random.Random(4).shuffle(thread)
    fates = run(export(item(*thread)))
    assert fates == dict.fromkeys(range(1, 13), "taken")
    assert parents() == {"1": None} | {f"{n}": f"{n - 1}" for n in range(2, 13)}


def test_same_words_said_twice_are_there_twice(drama):
    data = export(item(comment(1), comment(2)))
    assert run(data) == {1: "taken", 2: "taken"}
    assert run(data) == {1: "there", 2: "there"}
    assert Reply.objects.count() == 2


def test_same_number_twice_is_taken_once(drama):
    data = export(item(comment(1), comment(1, "Another.")))
    run(data)
    assert list(Reply.objects.values_list("body", flat=True)) == ["What an ending."]


def test_same_number_of_another_blog_is_another_reply(drama):
    data = export(item(comment(1)))
    run(data)
    assert run(data.replace(b"https://blog.example<", b"https://other.example<")) == {1: "taken"}


def test_answer_to_what_is_left_out_moves_up(drama):
    ping = comment(2, "Ping", type="pingback", parent="1")
    below = comment(3, "Three.", parent="2")
    gone = comment(5, "Five.", parent="99")
    fates = run(export(item(comment(1, "One."), ping, below, gone)))
    assert fates == {1: "taken", 2: "ping", 3: "taken", 5: "taken"}
    assert parents() == {"One.": None, "Three.": "One.", "Five.": None}


def test_answer_under_another_drama_begins_a_thread(drama):
    Drama.objects.create(title="Other", slug="other")
    other = item(comment(2, "Two.", parent="1"), wp_post_name="other")
    run(export(item(comment(1, "One.")), other))
    assert parents() == {"One.": None, "Two.": None}


def test_circle_of_answers_is_taken(drama):
    data = export(item(comment(1, "One.", parent="2"), comment(2, "Two.", parent="1")))
    assert run(data) == {1: "taken", 2: "taken"}


def test_dry_run_writes_nothing(drama):
    data = export(item(comment(2, "Two.", parent="1"), comment(1), comment(3, " ")))
    assert run(data, dry_run=True) == {1: "taken", 2: "taken", 3: "it has no text"}
    assert (Reply.objects.count(), ImportedReply.objects.count()) == (0, 0)


def test_old_reply_is_not_among_the_newest(drama, said):
    newest = said()
    run(export(item(comment(1))))
    old = Reply.objects.latest("pk")
    assert newest.created_at - old.created_at > timedelta(days=365)
    assert list(Reply.objects.newest_first()) == [newest, old]


def test_lots_cost_the_same_however_many_replies_are_in_them(drama, django_assert_num_queries):
    counts = []
    for few in (1, 3):
        data = export(item(*(comment(few * 10 + n, f"{few} {n}") for n in range(few))))
        with django_assert_num_queries(7):
            counts.append(len(run(data)))
    assert counts == [1, 3]


def test_run_that_was_stopped_is_gone_on_with(drama, monkeypatch):
    monkeypatch.setattr(load, "AT_ONCE", 2)
    thread = [comment(n, f"{n}", parent=str(n - 1)) for n in range(1, 8)]
    outcomes = Load(
        lambda: WORDPRESS.entries(io.BytesIO(export(item(*thread)))), WORDPRESS.record, Attaching()
    ).outcomes()
    assert [next(outcomes).fate for _ in range(3)] == ["taken"] * 3
    outcomes.close()
    fates = run(export(item(*thread)))
    assert fates == {n: "there" if n < 5 else "taken" for n in range(1, 8)}
    assert parents() == {"1": None} | {f"{n}": f"{n - 1}" for n in range(2, 8)}
