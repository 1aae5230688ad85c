import pytest

from catalog.reasons import of_genre, of_genre_and_country, with_people


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        (["Erika Sawajiri"], "also with Erika Sawajiri"),
        (["A", "B"], "also with A and B"),
        (["A", "B", "C"], "also with A, B and one more"),
        (["A", "B", "C", "D"], "also with A, B and 2 others"),
    ],
)
def test_with_people_names_two(names, reason):
    assert with_people(names) == reason


@pytest.mark.parametrize(
    ("genre", "kind", "code", "reason"),
    [
        ("Medical", "series", "JP", "also a medical drama from Japan"),
        ("Romance", "series", "JP", "also a romance from Japan"),
        ("Drama", "film", "KR", "also a drama from South Korea"),
        ("Comedy", "show", "PH", "also a comedy from the Philippines"),
        ("Food", "show", "TH", "also a food show from Thailand"),
    ],
)
def test_genre_and_country_read_as_words(genre, kind, code, reason):
    assert of_genre_and_country(genre, kind, code) == reason


@pytest.mark.parametrize(
    ("genre", "kind", "phrase"),
    [
        ("Drama", "series", "a drama"),
        ("Melodrama", "series", "a melodrama"),
        ("Action", "film", "an action film"),
        ("Historical", "special", "a historical special"),
        ("Life", "series", "a slice-of-life drama"),
        ("Law", "film", "a legal film"),
        ("Mature", "series", "an adult drama"),
        ("Sci-Fi", "series", "a sci-fi drama"),
        ("Martial Arts", "series", "a martial arts drama"),
        ("LGBTQ+", "series", "an LGBTQ+ drama"),
        ("時代劇", "series", "a 時代劇 drama"),
    ],
)
def test_genre_takes_its_article(genre, kind, phrase):
    assert of_genre(genre, kind) == phrase
