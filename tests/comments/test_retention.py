import pytest

from comments.kept import in_markdown
from comments.retention import PERSONAL
from tests.source import ROOT


@pytest.mark.parametrize("kept", PERSONAL, ids=lambda kept: str(kept.what))
def test_every_entry_says_everything(kept):
    assert all(map(str, (kept.what, kept.purpose, kept.form, kept.how_long, kept.at_the_end)))
    assert "%" not in kept.duration
    # Days that are told are applied, and none are applied that are not told.
    assert ("%(days)d" in str(kept.how_long)) == bool(kept.days)
    assert kept.expire is not None or not kept.days


def test_names_of_entries_differ():
    names = [str(kept.what) for kept in PERSONAL]
    assert sorted(set(names)) == sorted(names)


def test_document_has_the_table_as_it_is():
    text = (ROOT / "docs/privacy.md").read_text()
    # `manage.py apply_retention --table` prints what should stand there.
    assert text.partition("## The table\n\n")[2] == f"{in_markdown(PERSONAL)}\n"
