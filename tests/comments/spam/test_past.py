import pytest

from comments.models import ImportedReply, Reply, State
from comments.spam import past
from comments.spam.past import caught, past_replies
from comments.spam.patterns import compiled


def test_past_replies_are_those_of_visitors_newest_first(said, admin_user):
    first, second = said(), said(state=State.SPAM)
    said(editor=admin_user)
    ImportedReply.objects.create(source="https://blog.example", number=1, reply=said())
    assert list(past_replies()) == [second, first]


def test_past_replies_are_bounded(said, monkeypatch):
    monkeypatch.setattr(past, "MOST", 2)
    replies = [said() for _ in range(3)]
    assert list(past_replies()) == replies[:0:-1]


@pytest.mark.parametrize("number", [1, 3])
def test_past_replies_cost_one_query(said, number, django_assert_num_queries):
    for _ in range(number):
        said("A casino.", name=f"Hana {_}")
    with django_assert_num_queries(1):
        found = caught(compiled("casino"), past_replies())
        assert [each.reply.drama.title for each in found] == ["A Quiet Harbour"] * number


def test_caught_words_are_quoted_as_they_are_read(said):
    said("Visit the best C\u0430SINO now!")
    said("Nothing of it.")
    (found,) = caught(compiled("casino"), Reply.objects.all())
    assert (found.before, found.words, found.after) == ("visit the best ", "casino", " now!")


def test_long_texts_are_quoted_around_what_was_found(said):
    said(f"{'x' * 80} casino {'y' * 80}")
    (found,) = caught(compiled("casino"), Reply.objects.all())
    assert found.before == f"…{'x' * 59} "
    assert found.after == f" {'y' * 59}…"
