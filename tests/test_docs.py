"""What the documents name exists, and what exists is named where it must be."""

import re
import tomllib

import pytest
from django.conf import settings
from django.core.management import get_commands

from tests.source import APPS, ROOT

DOCUMENTS = ("README.md", "STYLE.md", "CHANGELOG.md", "docs/*.md")
CODE = re.compile(r"`([^`\n]+)`")
# Shown as commands in blocks, too
MAKE = re.compile(r"\bmake ([a-z]+)\b")
COMMAND = re.compile(r"manage\.py ([a-z_]+)")
BLOCK = re.compile(r"^(?: {4}|\t).+$|^```.*?^```", re.MULTILINE | re.DOTALL)
PATH = re.compile(r"(?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:py|md|toml|txt|css|js|html)")
CAPITALS = re.compile(r"\b[A-Z][A-Z_]*_[A-Z_]+\b")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
READ = re.compile(r"""(?:env\.\w+|environ(?:\.get)?|getenv|_secret)[(\[]\s*["']([A-Z_]+)["']""")
# Made by running, or examples of what anyone's own may be.
NOT_IN_THE_TREE = re.compile(r"^(?:\.venv|var|media|secrets|mail)\b|^Europe/|^\d+/\d+$|^/")


def documents():
    return sorted(path for pattern in DOCUMENTS for path in ROOT.glob(pattern))


def environment():
    """The variables that the site reads."""
    sources = [path.read_text() for app in APPS for path in (ROOT / app).rglob("*.py")]
    return {name for source in sources for name in READ.findall(source)}


def targets():
    makefile = ROOT / "Makefile"
    return (
        set(re.findall(r"^([a-z]+):", makefile.read_text(), re.M)) if makefile.exists() else set()
    )


def complaints(text, folder=ROOT):
    """What a document names and is not there, in words."""
    spans = [span for span in CODE.findall(text) if "://" not in span]
    said = "\n".join([*spans, *(block for block in BLOCK.findall(text) if block)])
    yield from (f"make {name}" for name in MAKE.findall(said) if name not in targets())
    yield from (f"manage.py {name}" for name in COMMAND.findall(said) if name not in get_commands())
    known = environment() | set(dir(settings))
    yield from (name for span in spans for name in CAPITALS.findall(span) if name not in known)
    for path in filter(PATH.fullmatch, spans):
        if not NOT_IN_THE_TREE.match(path) and not (ROOT / path).exists():
            yield path
    yield from (link for link in LINK.findall(text) if not (folder / link).exists())


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_what_a_document_names_exists(path):
    assert list(complaints(path.read_text(), path.parent)) == []


def test_every_variable_is_explained():
    text = (ROOT / "docs/deploying.md").read_text()
    rows = "\n".join(line for line in text.splitlines() if line.startswith("|"))
    assert sorted(name for name in environment() if f"`{name}`" not in rows) == []


def test_changelog_has_unreleased_changes():
    assert "\n## [Unreleased]\n" in (ROOT / "CHANGELOG.md").read_text()


def undocumented(dependencies, readme):
    """Dependencies without a line of their own (a row of a table or of a list)."""
    names = [re.match(r"[\w.-]+", each)[0] for each in dependencies]
    lines = [line.lower() for line in readme.splitlines() if re.match(r"\s*[|*-]", line)]
    return [name for name in names if not any(re.search(rf"\b{name}\b", line) for line in lines)]


def test_every_dependency_has_its_line_in_the_readme():
    if not (ROOT / "README.md").exists() and not (ROOT / "templates" / "base.html").exists():
        pytest.skip("there is no README yet")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert undocumented(project["dependencies"], (ROOT / "README.md").read_text()) == []


@pytest.mark.parametrize(
    "text",
    [
        "`catalog/nowhere.py`",
        "`nowhere.md`",
        "Say `make nothing`.",
        "    make nothing",
        "`manage.py nothing`",
        "`NO_SUCH_SETTING`",
        "[page](nowhere.md)",
    ],
)
def test_what_is_not_there_is_found(text):
    assert len(list(complaints(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "`catalog/models/drama.py` and `docs/`",
        "`manage.py migrate`, `DATA_DIR`, `SECRET_KEY`",
        "`var/media`, `.venv/bin/python`, `10/600`, `/dramas/`",
        "[page](docs/deploying.md), [site](https://example.test/nowhere.md)",
        "Make nothing of it.",
    ],
)
def test_what_is_there_is_left_alone(text):
    assert list(complaints(text)) == []


def test_dependency_without_a_line_is_found():
    readme = "Pillow is nice.\n| django | framework |\n| django-crispy-forms | forms |"
    assert undocumented(["django~=6.1", "pillow>=12", "nh3"], readme) == ["pillow", "nh3"]
