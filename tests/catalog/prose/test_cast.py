import pytest

from catalog.prose.cast import cast, names
from tests.catalog.prose.facts import CAST, plain, reference, upcoming

TEN = ", ".join(CAST)
TEN_AND_NO_MORE = ", ".join(CAST[:-1]) + f" and {CAST[-1]}"
LETTERS = tuple("ABCDEFGHIJKLMNO")


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, "A"),
        (2, "A and B"),
        (3, "A, B and C"),
        (6, "A, B, C, D, E and F"),
        (10, "A, B, C, D, E, F, G, H, I and J"),
        (11, "A, B, C, D, E, F, G, H, I, J and one more"),
        (13, "A, B, C, D, E, F, G, H, I, J and 3 others"),
    ],
)
def test_names_read_correctly(count, expected):
    assert names(LETTERS[:count]) == expected


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (
            reference(),
            f"The drama showcases an exceptional ensemble cast featuring {TEN}, "
            "who bring their characters to life with compelling performances.",
        ),
        (
            reference(cast=LETTERS[:3], kind="film"),
            "The film showcases an exceptional ensemble cast featuring A, B and C, "
            "who bring their characters to life with compelling performances.",
        ),
        (
            reference(cast=LETTERS[:6]),
            "The drama showcases an exceptional ensemble cast featuring A, B, C, D, E and F, "
            "who bring their characters to life with compelling performances.",
        ),
        (reference(cast=LETTERS[:3], kind="show"), "The show features A, B and C."),
        (reference(cast=LETTERS[:3], genres=("Documentary",)), "The drama features A, B and C."),
        (
            reference(cast=LETTERS[:3], kind="special", is_played_by_themselves=True),
            "The special features A, B and C.",
        ),
        (reference(cast=("A", "B")), "The drama features A and B."),
        (plain(cast=("A",)), "The drama features A."),
        (plain(), f"The drama features {TEN_AND_NO_MORE}."),
        (plain(cast=()), ""),
        (upcoming(cast=("A", "B")), "The drama will feature A and B."),
        (upcoming(status="cancelled"), ""),
        (plain(status="cancelled", ended=None), ""),
    ],
)
def test_cast_says_who_plays(facts, sentence):
    assert cast(facts) == sentence
