import pytest
from hypothesis import given
from hypothesis import strategies as st

from comments.threads import MAX_DEPTH, is_folded, nested, page_of, pages
from tests.comments.rows import chain, conversations, row
from tests.work import calls_of


def outline(nodes):
    return [(n.row.pk, n.depth, n.answers_to) for root in nodes for n in root.walk()]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], []),
        ([row(1), row(2)], [(1, 1, None), (2, 1, None)]),
        ([row(2, at=1), row(1, at=2)], [(2, 1, None), (1, 1, None)]),
        ([row(2, 1), row(1), row(3)], [(1, 1, None), (2, 2, None), (3, 1, None)]),
        ([row(2, 99)], [(2, 1, None)]),
        (
            chain(7),
            [(pk, min(pk, 5), pk - 1 if pk > 5 else None) for pk in range(1, 8)],
        ),
    ],
    ids=["none", "oldest first", "by time", "answer below", "orphan begins", "depth 5 at most"],
)
def test_nested_keeps_the_shape_of_the_conversation(rows, expected):
    assert outline(nested(rows)) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([row(1, is_published=False)], []),
        ([row(1, is_published=False), row(2, 1)], [1, 2]),
        ([row(1, is_published=False), row(2, 1, is_published=False), row(3, 2)], [1, 2, 3]),
        ([row(1), row(2, 1, is_published=False)], [1]),
        ([row(1, is_published=False), row(2, 1, is_published=False)], []),
    ],
    ids=["nothing below", "an answer", "an answer's answer", "no answers", "none to show"],
)
def test_unpublished_reply_keeps_its_place_over_published_answers(rows, expected):
    assert [pk for pk, _, _ in outline(nested(rows))] == expected


@given(conversations())
def test_every_published_reply_stands_exactly_once(rows):
    shown = [pk for pk, _, _ in outline(nested(rows))]
    assert len(shown) == len(set(shown))
    assert {r.pk for r in rows if r.is_published} <= set(shown)


@given(conversations())
def test_true_parent_stands_above_or_is_named(rows):
    parents = {r.pk: r.parent for r in rows}
    for node in (n for root in nested(rows) for n in root.walk()):
        assert node.depth <= MAX_DEPTH
        for child in node.children:
            assert parents[child.row.pk] == (child.answers_to or node.row.pk)


@given(conversations(), st.integers(1, 20))
def test_pages_keep_threads_whole_and_lose_nothing(rows, size):
    threads = nested(rows)
    filled = pages(threads, size)
    assert [thread for page in filled for thread in page] == threads
    for page in filled:
        assert len(page) <= 1 or sum(len(list(t.walk())) for t in page) <= size


@given(conversations(), st.integers(1, 20), st.sampled_from([1, -1]))
def test_page_of_leads_to_the_page_that_holds_it(rows, size, order):
    threads = nested(rows)[::order]
    filled = pages(threads, size)
    for pk, _, _ in outline(threads):
        number = page_of(pk, filled)
        assert pk in [n.row.pk for thread in filled[number - 1] for n in thread.walk()]


@given(conversations())
def test_answers_are_open_or_further_and_none_is_lost(rows):
    threads = nested(rows)
    for node in (n for thread in threads for n in thread.walk()):
        assert node.open_answers + node.further_answers == node.children
        assert len(node.open_answers) <= 7
        for answer in node.further_answers:
            assert all(is_folded(below.row.pk, threads) for below in answer.walk())


@pytest.mark.parametrize(("number", "folded"), [(7, 0), (8, 3), (20, 15)])
def test_only_what_is_worth_it_is_folded(number, folded):
    threads = nested([row(1), *(row(pk, 1) for pk in range(2, number + 2))])
    assert len(list(threads[0].folded())) == folded
    assert is_folded(number + 1, threads) is bool(folded)
    assert is_folded(1, threads) is False


def test_page_of_nothing_is_none():
    assert page_of(1, pages([])) is None


@pytest.mark.parametrize(
    "shape", [lambda pk: pk - 1 or None, lambda pk: pk // 2 or None, lambda pk: pk > 1 or None]
)
def test_nesting_is_linear(shape):
    def work(size):
        rows = [row(pk, shape(pk)) for pk in range(1, size + 1)]
        return calls_of(lambda: is_folded(0, [n for page in pages(nested(rows)) for n in page]))

    assert work(4_000) < 5 * work(1_000)
