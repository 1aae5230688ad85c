import pytest

from comments.spam.signs import SIGNS, found, signs


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The last episode stays with me.", []),
        ("https://bit.ly/x", ["links", "nothing_but_links", "shortened_links"]),
        ("Please visit my channel!", ["asking"]),
        ("[url=https://a.example]x[/url]", ["links", "nothing_but_links", "link_markup"]),
    ],
)
def test_text_is_known_by_what_is_found_in_it(text, names):
    assert signs(text) == names


def test_what_is_found_has_points_and_words(said_of, nobody):
    [(name, finding)] = found(said_of("Subscribe to my channel"), nobody, SIGNS).items()
    assert (name, finding.points) == ("asking", 3)
