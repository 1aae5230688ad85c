import pytest

from comments.importers.family import Family
from comments.importers.records import Entry


def family(**parents):
    return Family.of(Entry(1, number=int(n[1:]), parent=p) for n, p in parents.items())


@pytest.mark.parametrize(("number", "parent"), [(1, 0), (2, 1), (3, 2), (4, 0), (5, 0)], ids=str)
def test_parent_is_one_of_the_file(number, parent):
    assert family(n1=0, n2=1, n3=2, n4=99, n5=5).parent_of(number) == parent


def test_answers_to_what_is_refused_go_to_what_it_answers():
    found = family(n1=0, n2=1, n3=2, n4=3)
    for number in (0, 2, 3):
        found.refuse(number)
    assert (found.parent_of(4), found.parent_of(1)) == (1, 0)


def test_circle_is_cut_in_one_place():
    found = family(n1=3, n2=1, n3=2, n4=1)
    assert sorted(map(found.parent_of, (1, 2, 3, 4))) in ([0, 1, 1, 2], [0, 1, 1, 3], [0, 1, 2, 3])
