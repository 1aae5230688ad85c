import pytest

from catalog.browse.facets import BY_KEY


@pytest.mark.parametrize(
    ("key", "text", "clean"),
    [
        ("genre", "medical", "medical"),
        ("genre", "no such genre", ""),
        ("country", "japan\x00", ""),
        ("tag", "t" * 121, ""),
        ("status", "ended", "ended"),
        ("status", "over", ""),
        ("kind", "film", "film"),
        ("episodes", "9-12", "9-12"),
        ("episodes", "9-13", ""),
        ("runtime", "90-", "90-"),
        ("years", "2009-2000", "2000-2009"),
    ],
)
def test_value_of_a_facet_has_one_spelling(key, text, clean):
    assert BY_KEY[key].clean(text) == clean
