import io
import json

import pytest

from catalog.importers.lines import UnreadableFileError
from comments.importers import objects
from comments.importers.objects import objects_of


def read(text):
    return list(objects_of(io.BytesIO(text.encode()), "replies"))


@pytest.mark.parametrize("indent", [None, 0, 2])
@pytest.mark.parametrize("count", [0, 1, 30])
def test_objects_are_read_however_they_are_set(monkeypatch, indent, count):
    monkeypatch.setattr(objects, "CHUNK", 7)
    rows = [{"id": n, "body": '}],{"\n' * n} for n in range(count)]
    found = read(json.dumps({"version": 1, "replies": rows}, indent=indent))
    assert [each for _line, each in found] == [{"version": 1}, *rows]


def test_lines_are_those_of_the_file():
    assert [line for line, _ in read('\ufeff{"a": 1,\n"replies": [\n{},\n\n{}\n]\n}\n')] == [
        1,
        3,
        5,
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("[]", 1),
        ('{"replies": [{}', 1),
        ('{"replies": [\n{}\n{}]}', 3),
        ('{"replies": [\n,{}]}', 2),
        ('{"replies": [\n{},]}', 2),
        ('{"replies": [\n{}\n,\n{"a" 1}]}', 4),
        ('{"replies": [1]}', 1),
        ('{"replies": []', 1),
        ('{"replies": []}\n{}', 1),
        ('{"a" 1, "replies": []}', 1),
        ('{"replies": [' + "[" * 100_000, 1),
    ],
)
def test_broken_document_is_refused_with_its_line(text, line):
    with pytest.raises(UnreadableFileError, match=f"^line {line}: "):
        read(text)


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(UnreadableFileError, match=r"^line 1: the file is not UTF-8$"):
        list(objects_of(io.BytesIO(b'{"replies": ["\xff"]}'), "replies"))
