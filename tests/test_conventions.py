"""What the house agreed on and people would forget: sizes, names, tests beside the code."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

from tests.source import ROOT, modules, read

TOP = {
    "bench",
    "catalog",
    "comments",
    "deploy",
    "docs",
    "dramasite",
    "static",
    "templates",
    "tests",
}
AT_THE_TOP = re.compile(
    r"\.ci/run|\.gitignore|\.python-version|Makefile|LICENSE|manage\.py|pyproject\.toml"
    r"|[A-Z]+\.md|requirements(-dev)?\.txt"
)
# What is reported, and what fails (lines)
FILE, FUNCTION, VIEW = (150, 300), (25, 60), (20, 40)
MAY_BE_LONG = re.compile(r"settings\.py$|/admin[/.]")
# Modules without a test file of their own, and why.
TESTED_ELSEWHERE = {
    "catalog/importers/records.py": "declarations only",
    "catalog/api": "tests/catalog/views/test_api.py asks for every address of it",
    "catalog/models": "constraints and methods are tested where they are used",
    "catalog/demo": "data",
    "catalog/admin": "tests/catalog/admin opens its pages, one file a page",
    "catalog/apps.py": "declarations only",
    "catalog/importers/cells.py": "test_mydramalist.py reads cells of all kinds",
    "catalog/importers/tmdb": "test_api.py, test_record.py; test_import_tmdb.py takes series in",
    "catalog/importers/listing.py": "tests/catalog/management/test_import_dramas.py",
    "catalog/importers/mydramalist_words.py": "tables, read in test_mydramalist.py",
    "comments/models/report.py": "tests/comments/test_reports.py writes and reads them",
    "comments/views/posting.py": "tests/comments/views posts to every address of it",
    "comments/notification/kept.py": "declarations only; tests/comments/test_retention.py",
    "comments/notification/overview.py": "tests/comments/views/test_mail.py presses each button",
    "catalog/management/commands/rebuild_search.py": "tests/catalog/search/test_index.py",
    "catalog/search/candidates.py": "tests/catalog/search/test_finding.py looks among them",
    "catalog/search/hits.py": "tests/catalog/search/test_finding.py judges them",
    "catalog/search/marks.py": "tests/catalog/search/test_index.py changes all that is watched",
    "catalog/urls.py": "tests/test_templates.py looks every name up",
    "comments/exporters/replies.py": "test_exporters.py takes replies out and in again",
    "comments/importers/html_tree.py": "test_markdown.py reads HTML of all kinds",
    "comments/importers/lot.py": "test_load.py writes lots of all kinds",
    "comments/models/imported.py": "declarations only",
    "comments/importers/records.py": "declarations only",
    "comments/admin": "tests/comments/admin opens its pages, one file a page",
    "comments/apps.py": "declarations only",
    "dramasite/apps.py": "declarations only",
    "dramasite/models.py": "tests/dramasite/test_schedule.py",
    "dramasite/children.py": "tests/dramasite/test_serve.py starts and ends them",
    "dramasite/management": "tests/dramasite/test_serve.py prepares a site from nothing",
    "dramasite/context.py": "every page's test reads it",
    "dramasite/settings.py": "tests/dramasite/test_settings.py runs it as a process",
}


def sizes(path, source):
    """(what, its lines, reported above, failing above) of a module and its functions."""
    functions = FUNCTION
    if "views" in path.parts or path.stem == "views":
        functions = VIEW
    yield str(path), len(source.splitlines()), *FILE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            yield f"{path}:{node.name}", node.end_lineno - node.lineno + 1, *functions


def complaints(path, source):
    tree = ast.parse(source)
    is_declared = any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in tree.body)
    if source.strip() and not ast.get_docstring(tree) and path.stem != "apps":
        yield f"{path}: no docstring says what the module is"
    if is_declared and path.stem not in ("apps", "settings") and "annotations" not in source:
        yield f"{path}: no `from __future__ import annotations`"
    # The admin is where the state is chosen; everywhere else it is asked by its name.
    says_state = path.name != "drama.py" and "admin" not in path.parts
    if says_state and re.search(r"(filter|exclude)\([^)]*\bpublication(=|__)", source):
        yield f"{path}: `published()` says what is published"


def test_name_complaints(path, source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            yield f"{path}: {node.name}: tests are plain functions"
        if isinstance(node, ast.FunctionDef) and re.match(r"test(?!(_[a-z0-9]+){2,}$)", node.name):
            yield f"{path}: {node.name} says no thing and no condition"


test_name_complaints.__test__ = False


def has_test(path):
    """Whether tests/ has a file for the module, or one for the whole package it is part of.

    A command is tested under its own name, anywhere in the folder of its app.
    """
    name = path.parent.name if path.stem == "__init__" else path.stem
    folder = ROOT / "tests" / path.parent
    places = [folder / f"test_{name}.py", folder.parent / f"test_{name}.py"]
    if len(path.parts) > 2:
        places.append(folder.parent / f"test_{path.parent.name}.py")
    if "commands" in path.parts:
        places.extend((ROOT / "tests" / path.parts[0]).rglob(f"test_{name}.py"))
    return any(place.exists() for place in places)


def is_explained(path):
    return any(place in TESTED_ELSEWHERE for place in map(str, (path, *path.parents)))


def untested(paths):
    for path in paths:
        nodes = ast.parse(read(path)).body
        acts = any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in nodes)
        if acts and not has_test(path) and not is_explained(path):
            yield str(path)


def out_of_place(path):
    """What a running site writes, or a data folder that was added by accident."""
    if "/" in path and path != ".ci/run":
        return path.split("/")[0] not in TOP or path.endswith((".sqlite3", ".log"))
    return not AT_THE_TOP.fullmatch(path)


def test_sizes_are_within_their_budgets(record_property):
    measured = [each for path in modules() for each in sizes(path, read(path))]
    large = [each for each in measured if each[1] > each[2]]
    record_property("large", large)
    print(*(f"{what}: {lines} lines" for what, lines, *_ in large), sep="\n")  # noqa: T201
    too_large = [what for what, lines, _, most in large if lines > most]
    assert [what for what in too_large if not MAY_BE_LONG.search(what)] == []


def test_modules_keep_the_conventions():
    assert [each for path in modules() for each in complaints(path, read(path))] == []


def test_tests_are_named_after_thing_and_condition():
    found = [each for path in modules("tests") for each in test_name_complaints(path, read(path))]
    assert found == []


def test_tests_mirror_the_code():
    assert list(untested(modules())) == []


def test_explanations_name_what_is_there():
    assert [place for place in TESTED_ELSEWHERE if not (ROOT / place).exists()] == []


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="needs a checkout of git")
def test_nothing_of_a_running_site_is_in_the_tree():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    paths = listed.stdout.splitlines()
    assert len(paths) > 1000
    assert [path for path in paths if out_of_place(path)] == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("var2/secrets/secret_key", True),
        ("catalog/dramasite.sqlite3", True),
        ("notes.txt", True),
        ("README.md", False),
        ("catalog/similar.py", False),
    ],
)
def test_file_out_of_place_is_found(path, expected):
    assert out_of_place(path) == expected


@pytest.mark.parametrize(
    ("path", "source", "number"),
    [
        ("catalog/search.py", "x = 1", 1),
        ("catalog/search.py", '"""Search."""\ndef find(): ...', 1),
        ("catalog/search.py", '"""Search."""\nDrama.objects.filter(publication="published")', 1),
        ("catalog/search.py", '"""Search."""\nrows.exclude(kind="", publication__in=HIDDEN)', 1),
        ("catalog/search.py", '"""Search."""\nDrama.objects.published()', 0),
        ("catalog/models/drama.py", '"""Drama."""\nself.filter(publication="published")', 0),
        ("catalog/search.py", "", 0),
    ],
)
def test_broken_convention_is_found(path, source, number):
    assert len(list(complaints(Path(path), source))) == number


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ("def test_reply(): ...", 1),
        ("def testReply_is_held(): ...", 1),
        ("class TestReply: ...", 1),
        ("def test_reply_is_held(): ...", 0),
        ("def reply(): ...", 0),
    ],
)
def test_bad_test_name_is_found(source, number):
    assert len(list(test_name_complaints("test_x.py", source))) == number


@pytest.mark.parametrize(
    ("path", "lines", "reported", "failing"),
    [
        ("catalog/x.py", 61, 25, 60),
        ("catalog/views/x.py", 41, 20, 40),
        ("comments/views.py", 41, 20, 40),
    ],
)
def test_long_function_is_found(path, lines, reported, failing):
    source = "def long():\n" + "    pass\n" * (lines - 1)
    assert list(sizes(Path(path), source))[1:] == [(f"{path}:long", lines, reported, failing)]


def test_missing_test_is_found():
    assert not has_test(Path("catalog/nowhere.py"))
    assert has_test(Path("catalog/similar.py"))
