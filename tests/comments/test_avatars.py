import pytest
from django.utils import timezone

from comments.avatars import FIGURES, HUES, Avatar, avatar_of, initial_of
from comments.models import Reply


def drawn(name="Hana", browser="a" * 64, email="k" * 64, is_verified=False):
    at = timezone.now() if is_verified else None
    return avatar_of(Reply(name=name, browser_key=browser, email_key=email, verified_at=at))


def is_rare(same, of):
    """As seldom as by chance among 72, with room for bad luck."""
    return same / of < 4 / (HUES * FIGURES)


def test_author_is_recognised_under_one_name():
    assert drawn() == drawn()
    assert drawn(is_verified=True) == drawn(is_verified=True, browser="b" * 64)


def test_who_types_the_same_name_and_address_is_drawn_otherwise():
    same = sum(drawn() == drawn(browser=f"{n:064}") for n in range(400))
    assert is_rare(same, 400)


def test_two_names_of_one_author_are_not_linked():
    names = [f"Name {n}" for n in range(2000)]
    shapes = [drawn(name, is_verified=True)[1:] for name in names]
    assert is_rare(sum(shape == drawn(is_verified=True)[1:] for shape in shapes), 2000)
    assert len(set(shapes)) == HUES * FIGURES


def test_address_that_was_only_typed_is_not_in_it():
    assert len({drawn(email=f"{n:064}") for n in range(50)}) == 1


def test_nobody_without_the_key_can_tell_what_is_drawn(settings):
    before = [drawn(f"Name {n}") for n in range(50)]
    settings.ADDRESS_PEPPER = "another"
    assert [drawn(f"Name {n}") for n in range(50)] != before


@pytest.mark.parametrize(
    ("name", "initial"),
    [
        ("Hana Mori", "H"),
        ("hana", "H"),
        ("e\u0301lodie", "É"),
        ("  *Mei*", "M"),
        ("花子", "花"),
        ("ß", "ß"),
        ("ป้า", "ป\u0e49"),
        ("9lives", "9"),
        ("🌸", ""),
        ("", ""),
    ],
)
def test_initial_is_the_first_letter(name, initial):
    assert initial_of(name) == initial
    assert drawn(name).initial == initial


def test_avatar_has_no_more_to_say_than_72_drawings():
    found = {drawn(browser=f"{n:064}") for n in range(2000)}
    assert found == {Avatar("H", hue, figure) for hue in range(HUES) for figure in range(FIGURES)}
