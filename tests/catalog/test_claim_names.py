import pytest

from catalog.claim_names import name_of, shortly, value_of


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("title", "title"),
        ("released", "release date"),
        ("name", "name"),
        ("born", "birthday"),
        ("genres", "genres"),
        ("spoilers", "spoilers"),
        ("alternative_titles", "alternative titles"),
        ("credits", "credits"),
        ("credits.order", "order of the credits"),
        ("relations", "relations"),
        ("seasons", "seasons"),
        ("seasons.1.title", "season 1: title"),
        ("seasons.1.episodes", "season 1: episodes"),
        ("seasons.1.episodes.2.air_date", "season 1, episode 2: air date"),
        ("figures.mydramalist.votes", "figures of MyDramaList: votes"),
        ("links.watch.https://watch.example/1.label", "links"),
    ],
)
def test_field_is_called_by_its_name(field, name):
    assert name_of(field) == name


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (46, "46"),
        (["Drama", "Life"], "Drama, Life"),
        ([["A", "en"], ["B", ""]], "A, B"),
        ("one\ntwo", "one\ntwo"),
    ],
    ids=["nothing", "number", "list", "rows", "text"],
)
def test_value_is_text(value, text):
    assert value_of(value) == text


def test_long_value_is_shortened():
    assert shortly("word \n" * 40) == "word " * 15 + "word…"
