from urllib.parse import parse_qsl

import pytest

from catalog.browse.choice import Choice
from catalog.browse.sentence import sentence, subject

NAMES = {
    ("country", "japan"): "JP",
    ("country", "philippines"): "PH",
    ("genre", "medical"): "Medical",
    ("genre", "life"): "Life",
    ("genre", "lgbtq"): "LGBTQ+",
    ("genre", "drama"): "Drama",
    ("network", "fuji-tv"): "Fuji TV",
    ("tag", "hospital"): "Hospital",
    ("tag", "first-love"): "First Love",
    ("rating", "g-all-ages"): "G - All Ages",
}


def say(query, total):
    names = lambda key, value: NAMES.get((key, value), "")  # noqa: E731
    return sentence(Choice.parse(parse_qsl(query)), total, names)


@pytest.mark.parametrize(
    ("query", "total", "said"),
    [
        ("", 3337, "3,337 dramas, most popular first"),
        ("", 1, "1 drama"),
        ("", 0, "No dramas"),
        (
            "genre=medical&country=japan&years=2000-2009&status=ended&sort=rating",
            42,
            "42 ended medical dramas from Japan, 2000 to 2009, best rated first",
        ),
        ("kind=film&genre=drama", 7, "7 films of the genre “Drama”, most popular first"),
        ("genre=drama&genre=life", 1, "1 slice-of-life drama of the genre “Drama”"),
        ("genre=lgbtq&kind=series&sort=title", 2, "2 LGBTQ+ series, by title"),
        ("country=philippines&kind=show", 1, "1 show from the Philippines"),
        ("network=fuji-tv&years=2005", 1, "1 drama on Fuji TV, 2005"),
        ("episodes=9-12&runtime=1-19", 0, "No dramas of 9 to 12 episodes of under 20 minutes each"),
        ("episodes=1&runtime=90-", 1, "1 drama of 1 episode of 90 minutes or more each"),
        ("episodes=1&years=2005-&sort=newest", 1, "1 drama of 1 episode, since 2005"),
        ("tag=hospital&tag=first-love", 1, "1 drama tagged “First Love” and “Hospital”"),
        ("rating=g-all-ages&years=-1999", 1, "1 drama rated “G - All Ages”, until 1999"),
        ("tag=gone-long-ago&genre=no-more", 0, "No no more dramas tagged “gone long ago”"),
    ],
)  # fmt: skip
def test_sentence_says_what_is_shown(query, total, said):
    assert say(query, total) == said


def test_subject_has_no_number_and_no_order():
    choice = Choice.parse([("status", "ended"), ("years", "2005"), ("sort", "title")])
    assert subject(choice, 2, lambda key, value: "") == "ended dramas, 2005"
