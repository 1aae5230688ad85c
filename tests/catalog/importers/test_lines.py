import io

import pytest

from catalog.importers.lines import (
    LONGEST_CELL,
    LONGEST_LINE,
    Line,
    UnreadableFileError,
    csv_columns,
    read_csv,
    read_jsonl,
)


def jsonl(raw):
    return [(line.number, line.row, line.problem) for line in read_jsonl(io.BytesIO(raw))]


def test_json_lines_read_with_their_numbers():
    raw = b'\xef\xbb\xbf{"a": 1}\r\n\r\n  \n{"b": "\xc3\xa9"}'
    assert jsonl(raw) == [(1, {"a": 1}, ""), (4, {"b": "é"}, "")]


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"{", "the line is not JSON: "),
        (b"1" * 5000, "the line is not JSON: "),
        (b"[" * 100_000, "the line is not JSON: "),
        (b'{"a": 1, "b": {"c": 2, "c": 3}}', "the line is not JSON: “c” is named twice"),
        (b'"\xff"', "the line is not UTF-8"),
        (b"x" * (LONGEST_LINE + 5), "the line is too long"),
    ],
    ids=["broken", "number", "depth", "twice", "bytes", "length"],
)
def test_broken_line_does_not_end_the_file(raw, problem):
    (number, row, told), after = jsonl(raw + b'\n{"a": 1}\n')
    assert (number, told[: len(problem)], after) == (1, problem, (2, {"a": 1}, ""))
    assert isinstance(row, str)


def test_line_of_just_the_longest_size_is_read():
    raw = b'"' + b"x" * (LONGEST_LINE - 3) + b'"\n'
    assert [line.problem for line in read_jsonl(io.BytesIO(raw + b"1\n"))] == ["", ""]


def test_csv_rows_begin_at_their_line():
    raw = '\ufeffid, title\r\n1,"a\nb"\r\n\r\n2,"c, ""d"""\r\n'.encode()
    assert list(read_csv(io.BytesIO(raw))) == [
        Line(2, {"id": "1", "title": "a\nb"}),
        Line(5, {"id": "2", "title": 'c, "d"'}),
    ]


def test_csv_row_of_another_width_is_told():
    rows = read_csv(io.BytesIO(b"id,title\n1\n1,2,3\n1,2\n"))
    assert [(line.number, line.problem) for line in rows] == [
        (2, "the row has 1 cells, the header 2"),
        (3, "the row has 3 cells, the header 2"),
        (4, ""),
    ]


def test_csv_cell_too_long_is_told():
    rows = list(read_csv(io.BytesIO(b"id\n" + b"x" * (LONGEST_CELL + 1) + b"\n1\n")))
    assert [line.problem.partition(":")[0] for line in rows] == ["the line is not CSV", ""]


def test_csv_of_other_bytes_is_left_to_the_row():
    assert next(read_csv(io.BytesIO(b"id\n\xff\n"))).row == {"id": "\udcff"}


def test_csv_column_named_twice_is_unreadable():
    with pytest.raises(UnreadableFileError, match="named twice"):
        list(read_csv(io.BytesIO(b"id,id\n1,2\n")))


@pytest.mark.parametrize(
    ("raw", "columns"), [(b"\xef\xbb\xbfid,title\n1,2\n", ["id", "title"]), (b"", [])]
)
def test_columns_of_csv(raw, columns):
    file = io.BytesIO(raw)
    assert (csv_columns(file), file.tell()) == (columns, 0)
