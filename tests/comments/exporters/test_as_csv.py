import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comments.exporters.as_csv import as_csv, guarded, unguarded
from comments.models import Reply


def test_table_is_read_back(conversation):
    text = "".join(as_csv())
    assert text.count("\r\n") == text.count("\n") - sum(
        body.count("\n") for body in Reply.objects.values_list("body", flat=True)
    )
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    first, answer, deeper = conversation
    assert unguarded(rows[0]["body"]) == first.body
    assert (rows[1]["name"], unguarded(rows[1]["name"])) == ("'=Mei", answer.name)
    assert (rows[2]["body"], unguarded(rows[2]["body"])) == ("''tis held", deeper.body)
    assert (rows[0]["drama_title"], rows[0]["about_episode"]) == ("A Quiet Harbour", "3")
    assert "email" not in rows[0]


@pytest.mark.parametrize(
    "text",
    [
        "=1",
        "+1",
        "-1",
        "@x",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "﹦1",
        "\t=1",
        "\r1",
        " =1",
        "\u200b=1",
        "\n@",
        "'x",
    ],
)
def test_text_that_a_spreadsheet_would_reckon_is_guarded(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "1-2", "漢", "* x", "(−)"])
def test_other_text_stays_as_it_is(text):
    assert guarded(text) == text


@given(st.text(alphabet="'=+-@\t\r\n\" ,a＝", max_size=8))
def test_guarded_text_is_got_back(text):
    assert unguarded(guarded(text)) == text
