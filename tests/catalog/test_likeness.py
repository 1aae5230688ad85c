"""Over an index in memory: no database."""

from pyroaring import BitMap

from catalog.browse.index import Index
from catalog.browse.shelves import SIZE
from catalog.likeness import MOST_ALIKE, MOST_OF_A_TRAIT, best_known, likeness, traits_of


def index_of(dramas, popular=()):
    """``dramas``: by id, facets with their values; ``popular``: the most popular ids first."""
    index = Index()
    index.everything = BitMap(dramas)
    for pk, facets in dramas.items():
        for key, values in facets.items():
            for value in values:
                index.add(key, value, value.title(), [pk])
    ids = [*popular, *(pk for pk in sorted(dramas) if pk not in set(popular))]
    index.arrange("popular", [(place, pk) for place, pk in enumerate(ids)])
    return index


def alike(index, pk, people=None, exclude=()):
    return likeness(index, pk, traits_of(index, pk), people or {}, exclude)


def test_traits_are_told_from_the_rarest_on():
    index = index_of({1: {"genre": ["romance"], "tag": ["amnesia"]}, 2: {"genre": ["romance"]}})
    assert [trait.value for trait in traits_of(index, 1)] == ["amnesia", "romance"]


def test_rarer_tag_says_more_than_a_common_one():
    common = {pk: {"tag": ["love"]} for pk in range(10, 20)}
    index = index_of({1: {"tag": ["love", "amnesia"]}, 2: {"tag": ["amnesia"]}} | common)
    assert alike(index, 1)[:2] == [2, 10]


def test_person_in_common_outweighs_a_genre():
    index = index_of({pk: {"genre": ["romance"] if pk < 3 else []} for pk in (1, 2, 3)})
    assert alike(index, 1, {3: 2.9}) == [3, 2]


def test_second_country_in_common_adds_nothing():
    both = {"genre": ["romance"], "country": ["japan", "south-korea"]}
    index = index_of({1: both, 2: both | {"country": ["japan"]}, 3: both})
    assert alike(index, 1) == [2, 3]


def test_drama_with_nothing_but_its_country_in_common_is_left_out():
    index = index_of({pk: {"country": ["japan"], "years": ["2005"]} for pk in (1, 2)})
    assert alike(index, 1) == []


def test_years_apart_count_up_to_a_limit():
    years = {1: "2005", 2: "1950", 3: "1980", 4: "2010", 5: "2005"}
    index = index_of({pk: {"genre": ["war"], "years": [year]} for pk, year in years.items()})
    assert alike(index, 1) == [5, 4, 2, 3]


def test_better_known_drama_comes_first_among_equals():
    dramas = {pk: {"genre": ["war"]} for pk in range(1, 500)}
    index = index_of(dramas, popular=range(499, 0, -1))
    # The first shelf holds the two hundred most popular, which are equals.
    assert set(alike(index, 1)) <= set(range(300, 500))


def test_unpublished_and_excluded_dramas_are_left_out():
    index = index_of({pk: {"genre": ["war"]} for pk in (1, 2, 3)})
    assert alike(index, 1, {99: 2.9}, exclude=[3]) == [2]


def test_candidates_do_not_grow_with_the_catalogue():
    index = index_of({pk: {"genre": ["war"]} for pk in range(5_000)})
    members = traits_of(index, 1)[0].members
    assert MOST_OF_A_TRAIT <= len(best_known(index, members)) <= MOST_OF_A_TRAIT + SIZE
    assert len(alike(index, 1)) == MOST_ALIKE
