import pytest
from hypothesis import given
from hypothesis import strategies as st

from comments.continuation import opening, parts, standing
from comments.threads import MAX_DEPTH, is_folded, nested, pages
from tests.comments.rows import chain, conversations, row
from tests.work import calls_of

SIZES = st.integers(1, 20)


def pks(thread):
    return [node.row.pk for node in thread.walk()]


def flat(number):
    return [row(1), *(row(pk, 1) for pk in range(2, number + 1))]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (flat(1), [[1]]),
        (flat(6), [[1, 2, 3, 4, 5, 6]]),
        (flat(7), [[1, 2, 3], [1, 4, 5, 6], [1, 7]]),
        (chain(8), [[1, 2, 3], [1, 4, 5, 6], [1, 7, 8]]),
    ],
    ids=["one", "twice the size", "one more", "each answers the one before"],
)
def test_parts_begin_with_what_began_the_thread(rows, expected):
    (thread,) = nested(rows)
    assert [pks(part) for part in parts(thread, 3)] == expected


def test_answers_keep_their_places_as_far_as_they_stand_on_the_page():
    rows = [row(1), row(2, 1), row(3, 2), row(4, 3), row(5, 3), row(6, 2), row(7, 1), row(8, 7)]
    (thread,) = nested(rows)
    _first, second, third = parts(thread, 3)
    outline = [(node.row.pk, node.answers_to, pks(node)) for node in second.children]
    assert outline == [(4, 3, [4]), (5, 3, [5]), (6, 2, [6])]
    assert [(node.row.pk, node.answers_to, pks(node)) for node in third.children] == [
        (7, None, [7, 8])
    ]


def test_only_published_replies_are_counted_as_left():
    rows = [row(pk, pk - 1 or None, is_published=pk != 5) for pk in range(1, 9)]
    (thread,) = nested(rows)
    assert (opening(thread, 3).left, opening(thread, 3).count, thread.count) == (4, 7, 7)
    assert opening(thread, 4) is thread


@given(conversations(), SIZES)
def test_parts_lose_nothing_and_are_bounded(rows, size):
    for thread in nested(rows):
        first, *further = parts(thread, size)
        assert pks(first) + [pk for part in further for pk in pks(part)[1:]] == pks(thread)
        assert len(pks(first)) <= 2 * size
        assert all(len(pks(part)) <= size + 1 for part in further)


@given(conversations(), SIZES)
def test_true_parent_stands_above_or_is_named_on_every_page(rows, size):
    parents = {row.pk: row.parent for row in rows}
    for part in (part for thread in nested(rows) for part in parts(thread, size)):
        for node in part.walk():
            for child in node.children:
                assert parents[child.row.pk] == (child.answers_to or node.row.pk)
        assert depth_of(part) <= MAX_DEPTH


def depth_of(node):
    return 1 + max((depth_of(child) for child in node.children), default=0)


@given(conversations(), SIZES, st.sampled_from([1, -1]))
def test_every_reply_stands_where_it_is_said_to(rows, size, order):
    threads = nested(rows)[::order]
    listed = pages([opening(thread, size) for thread in threads], size)
    for page in listed:
        assert sum(len(pks(thread)) for thread in page) <= 2 * size
    for thread in threads:
        for pk in pks(thread):
            place = standing(pk, threads, size)
            assert place.thread == thread.row.pk
            (first,) = (each for each in listed[place.page - 1] if each.row.pk == place.thread)
            part = [first, *parts(thread, size)[1:]][place.part - 1]
            assert pk in pks(part)
            assert place.is_folded is is_folded(pk, [part])
    assert standing(0, threads, size) is None


@pytest.mark.parametrize("shape", [flat, chain], ids=["flat", "chain"])
def test_finding_a_place_in_a_long_thread_is_linear(shape):
    def work(size):
        threads = nested(shape(size))
        return calls_of(lambda: standing(size, threads))

    assert work(4_000) < 5 * work(1_000)
