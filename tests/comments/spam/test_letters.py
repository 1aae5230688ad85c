import pytest

from comments.spam.letters import folded, is_masked, latin, script, unmasked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ＦＲＥＥ", "free"),
        ("fr\u200bee \u00adStraße", "free strasse"),
        ("𝐂𝐥𝐢𝐜𝐤", "click"),
        ("ﾄﾞﾗﾏ", "ドラマ"),
    ],
)
def test_spellings_are_folded_into_one(text, expected):
    assert folded(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("сasіno", "casino"),
        ("привет", "привет"),
        ("κόσμος and love", "κόσμος and love"),
        ("plain", "plain"),
    ],
)
def test_only_mixed_words_are_unmasked(text, expected):
    assert unmasked(text) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("сasino", True), ("казино", False), ("Kdramaの", False), ("OSTは", False), ("casino", False)],
)
def test_mask_is_a_mixture_that_looks_latin(word, expected):
    assert is_masked(word) is expected


@pytest.mark.parametrize(
    ("letter", "name"),
    [("a", "LATIN"), ("я", "CYRILLIC"), ("ん", "HIRAGANA"), ("字", "CJK"), ("\x00", "")],
)
def test_script_is_known_by_name(letter, name):
    assert script(letter) == name


@pytest.mark.parametrize(("letter", "looks"), [("а", "a"), ("о", "o"), ("x", "x"), ("ж", "ж")])
def test_letter_looks_like_its_latin_one(letter, looks):
    assert latin(letter) == looks
