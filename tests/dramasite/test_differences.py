import pytest
from hypothesis import given
from hypothesis import strategies as st

from dramasite.differences import differences


def told(before, after):
    """Deleted in brackets, inserted in braces."""
    return "".join(
        kept + (f"[{deleted}]" if deleted else "") + (f"{{{inserted}}}" if inserted else "")
        for kept, deleted, inserted in differences(before, after)
    )


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("", "", ""),
        ("same", "same", "same"),
        ("", "new", "{new}"),
        ("old", "", "[old]"),
        ("I liked it.", "I loved it.", "I [liked]{loved} it."),
        ("She was very sad.", "She cried much.", "She [was very sad]{cried much}."),
        ("a b c d", "x b y z", "[a]{x} b [c d]{y z}"),
        ("one\ntwo", "one\n\ntwo", "one[\n]{\n\n}two"),
        ("don't", "don’t", "[don't]{don’t}"),
        ("花より男子", "花より女子だ", "花より[男]{女}子{だ}"),
        ("사랑의 불시착", "사랑의 착륙", "사랑의 [불시]착{륙}"),
        ("ดูสนุก", "ดูดี", "ดู[สนุก]{ดี}"),
        ("<b>", "<i>", "<[b]{i}>"),
    ],
)
def test_differences_are_told_word_by_word(before, after, shown):
    assert told(before, after) == shown


TEXTS = st.text(st.sampled_from("ab  \n.花男ดู"), max_size=30)


@given(TEXTS, TEXTS)
def test_both_texts_are_there_and_nothing_else(before, after):
    parts = differences(before, after)
    assert "".join(kept + deleted for kept, deleted, _ in parts) == before
    assert "".join(kept + inserted for kept, _, inserted in parts) == after
    assert all(bool(kept) != bool(deleted or inserted) for kept, deleted, inserted in parts)
