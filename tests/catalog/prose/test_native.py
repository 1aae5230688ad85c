import pytest

from catalog.prose.native import native
from tests.catalog.prose.facts import plain, reference

TITLE = '"1リットルの涙"'


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (
            reference(),
            f"Known in Japan as {TITLE}, this production exemplifies the growing global appeal "
            "and rich storytelling tradition of Asian entertainment.",
        ),
        (plain(), f"It is known in Japan as {TITLE}."),
        (reference(countries=(("FR", "France"),)), f"It is known in France as {TITLE}."),
        (
            plain(countries=(("PH", "Philippines"),)),
            f"It is known in the Philippines as {TITLE}.",
        ),
        (
            reference(countries=(("JP", "Japan"), ("KR", "South Korea"))),
            f"Its native title is {TITLE}.",
        ),
        (plain(countries=()), f"Its native title is {TITLE}."),
        (reference(native_title=""), ""),
        (reference(native_title="1 Litre of Tears"), ""),
    ],
)
def test_native_says_what_it_is_called(facts, sentence):
    assert native(facts) == sentence
