import datetime

import pytest

from catalog.artwork.subject import Subject, suitable
from catalog.models import Drama


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x00b", "a b"),
        (" a \n\t b ", "a b"),
        ("\u202egnp", "gnp"),
        ("a\ud800", "a"),
        ("涙", "涙"),
    ],
)
def test_suitable_text_has_no_control_characters(text, kept):
    assert suitable(text) == kept


def test_subject_is_taken_from_the_drama():
    drama = Drama(title="A", native_title="題", original_language="ja")
    drama.released_on = datetime.date(2005, 10, 11)
    assert Subject.of(drama) == Subject("A", "題", "ja", "2005")


def test_version_depends_on_every_part():
    parts = ("A", "題", "ja", "2005")
    changed = [Subject(*parts[:n], "x", *parts[n + 1 :]) for n in range(4)]
    assert len({subject.version for subject in [Subject(*parts), *changed]}) == 5


@pytest.mark.parametrize(
    ("tag", "language"), [("ja", "ja"), ("zh-Hant-TW", "zh-Hant-TW"), ('"><x', ""), ("", "")]
)
def test_language_is_a_tag_or_nothing(tag, language):
    assert Subject("A", "題", tag).native_language == language
