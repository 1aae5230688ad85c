import pytest

from catalog.search.sounds import is_latin, is_run, romaji, short_vowels, skeleton, sound


@pytest.mark.parametrize(
    "spellings",
    [
        ("ryo", "ryou", "ryoh", "ryoo"),
        ("oku", "ooku", "ouku"),
        ("shinbun", "shimbun"),
        ("jun", "jyun"),
        ("yuki", "yuuki"),
    ],
)
def test_long_vowels_are_short(spellings):
    assert {short_vowels(each) for each in spellings} == {short_vowels(spellings[0])}


@pytest.mark.parametrize(
    "spellings",
    [
        ("hyeok", "hyuk"),
        ("jung", "jeong", "chung"),
        ("park", "pak", "bak"),
        ("kim", "gim"),
        ("cantabile", "kantabire"),
        ("zhao", "chao"),
        ("shi", "si"),
    ],
)
def test_habits_of_romanising_sound_alike(spellings):
    assert {sound(each) for each in spellings} == {sound(spellings[0])}


def test_what_sounds_otherwise_is_told_apart():
    assert len({sound(word) for word in ("love", "rain", "time", "king", "moon")}) == 5


@pytest.mark.parametrize(
    ("kana", "latin"),
    [("はなよりだんご", "hanayoridango"), ("しょうじ", "shoji"), ("花より", ""), ("abc", "")],
)
def test_kana_alone_is_read(kana, latin):
    assert romaji(kana) == latin


def test_consonants_are_left_of_a_word():
    assert skeleton("attorney") == skeleton("atorny") == "atrn"


def test_scripts_are_told_apart():
    assert [is_latin(word) for word in ("abc 1", "любовь", "花")] == [True, False, False]
    assert [is_run(word) for word in ("花", "사랑", "วัย", "abc", "花a")] == [True] * 3 + [False] * 2
