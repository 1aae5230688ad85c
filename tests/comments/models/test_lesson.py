import pytest

from comments.models import Learnt, Lesson
from comments.models.lesson import PLACES, TEXTS, UNITS, place_of


def test_place_of_a_unit_is_lasting_and_bounded():
    assert place_of("drama") == place_of("drama")
    assert {place_of(f"w{n}") < PLACES for n in range(1000)} == {True}
    assert len({place_of(f"w{n}") for n in range(1000)}) > 990


@pytest.mark.parametrize("is_spam", [True, False])
def test_lesson_is_learnt_and_forgotten(said, is_spam):
    reply = said()
    Lesson.of(reply, ["good", "bad"], is_spam=is_spam).learn()
    places = [place_of("good"), place_of("bad"), TEXTS, UNITS]
    one, two = ((1, 0), (2, 0)) if is_spam else ((0, 1), (0, 2))
    assert Learnt.objects.seen(places) == dict(zip(places, [one, one, one, two], strict=True))
    Lesson.objects.get().forget()
    assert set(Learnt.objects.seen(places).values()) == {(0, 0)}
    assert not Lesson.objects.exists()
