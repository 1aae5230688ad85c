import pytest

from catalog.prose.extent import extent
from tests.catalog.prose.facts import plain, reference, upcoming

TITLE = '"1 Litre of Tears"'


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (
            reference(),
            f"{TITLE} spans 11 compelling episodes, "
            "with each episode delivering 98 minutes of engaging content.",
        ),
        (reference(runtime=None), f"{TITLE} spans 11 compelling episodes."),
        (
            reference(season_count=2),
            f"{TITLE} spans 11 compelling episodes in 2 seasons, "
            "with each episode delivering 98 minutes of engaging content.",
        ),
        (reference(episode_count=1), f"{TITLE} has one episode of 98 minutes."),
        (plain(), f"{TITLE} spans 11 episodes of 98 minutes each."),
        (plain(episode_count=1234), f"{TITLE} spans 1,234 episodes of 98 minutes each."),
        (plain(runtime=1), f"{TITLE} spans 11 episodes of 1 minute each."),
        (plain(runtime=None), f"{TITLE} spans 11 episodes."),
        (plain(runtime=None, season_count=3), f"{TITLE} spans 11 episodes in 3 seasons."),
        (plain(episode_count=1, runtime=None), f"{TITLE} has one episode."),
        (plain(episode_count=None), f"Each episode of {TITLE} runs 98 minutes."),
        (plain(episode_count=None, season_count=2), f"{TITLE} spans 2 seasons."),
        (plain(episode_count=None, runtime=None), ""),
        (plain(episode_count=0, runtime=0, season_count=0), ""),
        (plain(kind="film", episode_count=None, runtime=118), f"{TITLE} runs 118 minutes."),
        (reference(kind="film", episode_count=1, runtime=118), f"{TITLE} runs 118 minutes."),
        (plain(kind="film", episode_count=None, runtime=None), ""),
        (plain(kind="special", episode_count=1), f"{TITLE} runs 98 minutes."),
        (plain(kind="special", episode_count=2), f"{TITLE} spans 2 episodes of 98 minutes each."),
        (plain(kind="show"), f"{TITLE} spans 11 episodes of 98 minutes each."),
        (upcoming(episode_count=12, runtime=None), f"{TITLE} will span 12 episodes."),
        (upcoming(), f"{TITLE} will span 11 episodes of 98 minutes each."),
        (upcoming(episode_count=1), f"{TITLE} will have one episode of 98 minutes."),
        (upcoming(episode_count=None), f"Each episode of {TITLE} will run 98 minutes."),
        (upcoming(episode_count=None, season_count=2), f"{TITLE} will span 2 seasons."),
        (upcoming(kind="film", episode_count=None), f"{TITLE} will run 98 minutes."),
        (upcoming(status="cancelled"), ""),
        (plain(status="cancelled", released=None, ended=None), ""),
    ],
)
def test_extent_says_what_is_known(facts, sentence):
    assert extent(facts) == sentence
