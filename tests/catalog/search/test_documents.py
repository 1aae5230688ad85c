import datetime

from catalog.models.search import FOR_GOOD
from catalog.search.documents import ALWAYS, popularity, rank_of, shown

TIME = datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC)


def test_better_known_has_the_lower_rank():
    watched = [1_000_000, 5_000, 10, 0]
    ranks = [rank_of("d", 7, watchers) for watchers in watched]
    assert ranks == sorted(ranks)
    assert [round(popularity(rank), 2) for rank in ranks] == [0.92, 0.57, 0.16, 0.0]


def test_rank_is_of_one_kind_and_id():
    ranks = {rank_of(kind, pk, 5) for kind in "dp" for pk in (1, 2, 2**40)}
    assert len(ranks) == 6
    assert max(ranks) < 2**63


def test_state_says_from_when_on_and_until_when_it_is_shown():
    states = [("draft", None), ("draft", TIME), ("scheduled", TIME), ("published", TIME)]
    spans = [None, None, (TIME, FOR_GOOD), (ALWAYS, FOR_GOOD)]
    assert [shown(*state, None) for state in states] == spans
    assert [shown(*state, TIME) for state in states[2:]] == [(TIME, TIME), (ALWAYS, TIME)]
