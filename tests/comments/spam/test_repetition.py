import pytest

from comments.models import State, Trace
from comments.spam.repetition import repetition, sketch

TEXT = (
    "I have watched this drama four times now, and each time I find another small kindness in it."
)
NEAR = TEXT.replace("four", "five").replace("drama", "Drama") + "!!"
OTHER = "The music was lovely, the lead was not for me, and the ending came far too early, I think."


def test_sketch_is_shared_by_near_copies():
    assert len(sketch(TEXT)) == 8
    assert len(set(sketch(TEXT)) & set(sketch(NEAR))) >= 5
    assert not set(sketch(TEXT)) & set(sketch(OTHER))


def test_short_text_has_no_sketch():
    assert sketch("I loved every minute of it!") == []


def test_sketch_reads_every_script():
    assert len(sketch("このドラマは本当に素晴らしかったです。" * 3)) == 8


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ([], TEXT, 0),
        ([TEXT], TEXT, 3),
        ([TEXT], NEAR, 3),
        ([TEXT, NEAR], TEXT, 6),
        ([OTHER], TEXT, 0),
        (["Loved it."], "Loved it.", 0),
    ],
)
def test_same_words_cost_points(said, points, before, text, expected):
    for body in before:
        said(body)
    assert points(repetition, text) == expected


def test_same_words_as_spam_cost_most(said, points):
    said(TEXT, state=State.SPAM)
    assert points(repetition, NEAR) == 8


def test_correction_does_not_repeat_itself(said, points):
    reply = said(TEXT)
    assert points(repetition, NEAR, reply=reply.pk) == 0


def test_words_are_forgotten_with_the_reply(said):
    reply = said(TEXT)
    assert Trace.objects.count() == 8
    reply.delete()
    assert Trace.objects.count() == 0


def test_repetition_costs_one_query(said, points, django_assert_num_queries):
    for number in range(3):
        said(f"{TEXT} {number}")
    with django_assert_num_queries(1):
        points(repetition, TEXT)
