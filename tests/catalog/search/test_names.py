import pytest

from catalog.search.names import Name, characters, keys, name_tokens, romanised, terms_of, words_of


@pytest.mark.parametrize(
    ("part", "names"),
    [
        ("Aya Ikeuchi", ["Aya Ikeuchi"]),
        ("Xiahou Qing Yi / Ma Yu Rou", ["Xiahou Qing Yi", "Ma Yu Rou"]),
        ('Zhao Zi Long "Zhao Yun"', ["Zhao Zi Long", "Zhao Yun"]),
        ("Kim Seung Ja [Eui Joo's mother]", ["Kim Seung Ja"]),
        ("{True Love} Ms. Naruemon (Ep. 2)", ["Ms. Naruemon"]),
        ("", []),
    ],
)
def test_part_is_divided_into_names(part, names):
    assert characters(part) == names


def test_runs_stand_by_themselves():
    assert words_of("exo오락관 season 2") == ["exo", "오락관", "season", "2"]


def test_name_has_single_characters_pairs_and_joined_words():
    assert name_tokens([Name.of("native", "花 より x")]) == {"花", "よ", "り", "より", "花よ", "x"}
    assert name_tokens([Name.of("title", "Start-Up Ryou")]) == {
        "start",
        "up",
        "ryou",
        "startup",
        "upryou",
        "_ryo",
    }


def test_whole_name_has_keys_in_any_order():
    assert set(keys("kim soo hyun")) == {
        "kimsohyun",
        "hyun kim so",
        "kim sohyun",
        "hyun kimso",
        "~kimson",
    }
    assert list(keys("花 より")) == ["花より"]
    assert list(keys("")) == []


@pytest.mark.parametrize(
    ("native", "language", "expected"),
    [
        ("のだめ", "ja", ["nodame"]),
        ("花より", "ja", []),
        ("太子妃", "zh", ["tai zi fei"]),
        ("사랑의 불시착", "ko", ["salangui bulsichag"]),
        ("รัก", "th", []),
    ],
)
def test_native_name_is_romanised_where_its_letters_tell(native, language, expected):
    assert [name.folded for name in romanised(native, language)] == expected


def test_terms_are_words_in_latin_letters():
    names = [Name.of("title", "The W 2016 Любовь 花"), Name("hidden", "", "x", "salangui")]
    assert terms_of(names) == {"the"}
