import pytest

from comments.spam.bayes.units import LINK, parts, units


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Check OUT my Channel!!!", ("check", "out", "my", "channel", "!!")),
        ("soooooo don't", ("soo", "don't")),
        ("see https://example.org/x now", ("see", LINK, "now")),
        ("won 9800000 in 2024", ("won", "00", "in", "2024")),
        ("このドラマ good", ("この", "のド", "ドラ", "ラマ", "good")),
        ("ดีมาก", ("ดี", "ีม", "มา", "าก")),
        ("字", ("字",)),
        ("", ()),
    ],
)
def test_words_are_told_apart(text, words):
    assert units(text).words == words


def test_pairs_reach_over_the_ends():
    assert units("good drama").pairs == ("^ good", "good drama", "drama $")


@pytest.mark.parametrize(
    ("text", "website", "shape"),
    [
        ("Plain words.", "", ("~links 0",)),
        ("LOOK AT ALL THIS", "", ("~capitals", "~links 0")),
        ("bit.ly/x www.a.com", "", ("~links 2", "~host bit.ly", "~host a.com")),
        ("Plain words.", "https://shop.example/", ("~links 1", "~host shop.example")),
    ],
)
def test_shape_is_told(text, website, shape):
    assert units(text, website).shape == shape


def test_parts_of_a_word_reach_over_its_ends():
    assert parts("vip") == {"#<vi", "#vip", "#ip>"}
    assert len(parts("x" * 500)) <= 2 * 30


def test_of_a_long_text_beginning_and_end_are_read():
    text = "first " + "middle " * 3000 + "last"
    assert {"first", "last"} <= set(units(text).words)
    assert len(units("".join(f"w{n} " for n in range(9000))).words) < 1000


def test_all_is_what_is_learnt():
    found = units("good")
    assert found.all() == {"good", "^ good", "good $", "~links 0"} | parts("good")
