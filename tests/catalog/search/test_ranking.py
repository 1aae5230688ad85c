import pytest

from catalog.search.names import Name
from catalog.search.query import Query
from catalog.search.ranking import Wanted


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("love", "Love", "Love Rain"),
        ("love", "Love Rain", "Lovely Rain"),
        ("love", "Lovely Rain", "My Love"),
        ("oku", "Ôoku", "Okuda"),
        ("erika sawajiri", "Sawajiri Erika", "Erika Sato Sawajiri"),
        ("lee minho", "Lee Min Ho", "Lee Min Hong"),
        ("ri jung hyuk", "Ri Jeong Hyeok", "Ri Hyuk"),
        ("crash landing", "Crash Landing on You", "The Landing of a Crash"),
        ("flowers boys", "Boys over Flowers", "Flowers"),
        ("半沢", "半沢直樹", "新半沢直樹"),
        ("はなより", "Hana Yori Dango", "Dango"),
    ],
)
def test_better_name_ranks_higher(typed, better, worse):
    wanted = Wanted(Query.parse(typed))
    names = [Name.of("title", better), Name.of("title", worse)]
    assert wanted.quality(names[0].folded) > wanted.quality(names[1].folded)


def test_name_without_any_of_the_words_is_nothing():
    assert Wanted(Query.parse("goblin")).quality("crash landing on you") == 0


def test_title_goes_before_another_name():
    names = [Name.of("other", "Goblin"), Name.of("title", "Goblin")]
    assert Wanted(Query.parse("goblin")).best(names).place == 1


def test_misspelt_name_is_likest():
    wanted = Wanted(Query.parse("hospital playlst"))
    likeness = [wanted.likeness(n) for n in ("hospital playlist", "hospital ship", "playful kiss")]
    assert sorted(likeness, reverse=True) == likeness
