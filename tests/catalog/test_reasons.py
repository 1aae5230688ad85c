import pytest

from catalog.reasons import Common, of_genre, of_genre_and_country, reason, with_people


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["Erika Sawajiri"], "also with Erika Sawajiri"),
        (["A", "B"], "also with A and B"),
        (["A", "B", "C"], "also with A, B and one more"),
        (["A", "B", "C", "D"], "also with A, B and 2 others"),
    ],
)
def test_with_people_names_two(names, told):
    assert with_people(names) == told


EVERYTHING = {
    "players": ["A"],
    "director": "B",
    "screenwriter": "C",
    "genre": "Romance",
    "country": "JP",
    "theme": "amnesia",
    "tag": "Slow",
}


@pytest.mark.parametrize(
    ("without", "told"),
    [
        (0, "also with A"),
        (1, "also directed by B"),
        (2, "also written by C"),
        (3, "also a romance from Japan about amnesia"),
        (4, "also about amnesia"),
        (6, "also tagged “Slow”"),
    ],
)
def test_reason_is_the_most_telling_of_what_is_common(without, told):
    common = dict(list(EVERYTHING.items())[without:])
    assert reason(Common(**common), "series") == told


@pytest.mark.parametrize(
    ("code", "theme", "told"),
    [
        ("", "", "also a romance"),
        ("", "amnesia", "also a romance about amnesia"),
        ("KR", "", "also a romance from South Korea"),
        ("PH", "amnesia", "also a romance from the Philippines about amnesia"),
    ],
)
def test_country_and_theme_may_be_missing(code, theme, told):
    assert of_genre_and_country("Romance", "series", code, theme) == told


@pytest.mark.parametrize(
    ("genre", "kind", "code", "told"),
    [
        ("Medical", "series", "JP", "also a medical drama from Japan"),
        ("Romance", "series", "JP", "also a romance from Japan"),
        ("Drama", "film", "KR", "also a drama from South Korea"),
        ("Comedy", "show", "PH", "also a comedy from the Philippines"),
        ("Food", "show", "TH", "also a food show from Thailand"),
    ],
)
def test_genre_and_country_read_as_words(genre, kind, code, told):
    assert of_genre_and_country(genre, kind, code) == told


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
