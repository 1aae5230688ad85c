import pytest
from django.utils.translation import override

from catalog.models.languages import country_name, language_name


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("ja", "Japanese"),
        ("zh-Hant", "Traditional Chinese"),
        ("zh-Hans-SG", "Chinese"),
        ("", ""),
        ("xx", "xx"),
    ],
)
def test_language_is_named(tag, name):
    assert language_name(tag) == name


@pytest.mark.parametrize(
    ("code", "name"),
    [("JP", "Japan"), ("HK", "Hong Kong"), ("MO", "Macao"), ("ZZ", "Unknown Region"), ("", "")],
)
def test_country_is_named(code, name):
    assert country_name(code) == name


def test_names_follow_the_site_language():
    with override("de"):
        assert (language_name("ja"), country_name("JP")) == ("Japanisch", "Japan")


def test_language_without_names_falls_back_to_english():
    with override("tlh"):
        assert country_name("KR") == "South Korea"
