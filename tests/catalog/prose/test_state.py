import pytest

from catalog.models.dates import PartialDate
from catalog.prose.state import state
from tests.catalog.prose.facts import plain, reference, upcoming

IN_2007 = PartialDate.parse("2007-03")


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (reference(), ""),
        (plain(ended=None), ""),
        (plain(ended=IN_2007), "The drama ended in 2007."),
        (plain(ended=IN_2007, released=None), ""),
        (plain(ended=PartialDate.parse("2026")), ""),
        (plain(status="airing", ended=None), "The drama is still airing."),
        (plain(status="airing", kind="show"), "The show is still airing."),
        (plain(status="cancelled"), "The drama was cancelled."),
        (upcoming(), ""),
        (upcoming(status="airing"), ""),
        (upcoming(status="cancelled"), "The drama was cancelled."),
    ],
)
def test_state_says_what_is_known(facts, sentence):
    assert state(facts) == sentence
