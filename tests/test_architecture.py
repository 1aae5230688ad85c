"""Which module may import which: the picture in the handbook, kept over the syntax tree."""

import ast
from pathlib import Path

import pytest
from django.conf import settings

from tests.source import APPS, ROOT, dotted, imports, modules, read

MAY_IMPORT = {"catalog": {"catalog"}, "comments": {"comments", "catalog"}, "dramasite": set(APPS)}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "services", "managers"}
PURE = ("catalog.prose", "comments.threads")
# Inside an app a module imports only what stands as low as itself or lower.
FLOORS = (
    {"models", "migrations"},
    set(),  # the nouns: every other name
    {"importers", "forms"},
    {"admin", "feeds", "sitemaps", "templatetags", "views"},
    {"urls"},
    {"apps", "management"},
)


def rank(module):
    part = module.split(".")[1:2]
    return next((n for n, names in enumerate(FLOORS) if names.intersection(part)), bool(part))


def complaints(path, source):
    """What is wrong with the imports of a module, in words."""
    tree, lines, name = ast.parse(source), source.splitlines(), dotted(path)
    yield from (f"{path}: a name that says nothing" for part in FORBIDDEN_NAMES & {path.stem})
    for line, imported in imports(tree):
        app = imported.split(".")[0]
        if app in ("catalog", "comments") and app not in MAY_IMPORT[path.parts[0]]:
            yield f"{path}:{line}: {path.parts[0]} imports {app}"
        is_above = app == path.parts[0] != "dramasite" and rank(imported) > rank(name)
        if is_above and not is_leaf(imported):
            yield f"{path}:{line}: {imported} stands above {name}"
    yield from (f"{path}:{line}: no reason given" for line in unexplained(tree, lines))
    if name.startswith(PURE):
        yield from (f"{path}:{line}: a pure module" for line in impure(tree))


def is_leaf(imported):
    """Whether it is (a name of) a noun module that imports none of ours: that stands lowest."""
    paths = [Path(*imported.split(".")[:n]).with_suffix(".py") for n in (2, 3)]
    trees = [ast.parse(read(path)) for path in paths if (ROOT / path).exists()]
    names = [name for tree in trees for _line, name in imports(tree)]
    return bool(trees) and rank(imported) == 1 and not any(n.startswith(APPS) for n in names)


def unexplained(tree, lines):
    """Lines of imports inside functions without a comment beside or above them."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for line in {line for function in functions for line, _name in imports(function)}:
        if "#" not in lines[line - 1] and not lines[line - 2].lstrip().startswith("#"):
            yield line


def impure(tree):
    """Lines that import models when the module runs (not merely for its annotations)."""
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from (line for line, name in imports(node) if ".models" in name)


def leaf_complaints(sources):
    """Modules of dramasite that the apps import, and that import more than others such."""
    trees = {dotted(path): ast.parse(source) for path, source in sources.items()}
    used = {
        name
        for app, tree in trees.items()
        if not app.startswith("dramasite")
        for _line, name in imports(tree)
        if name.startswith("dramasite.")
    }
    for module, tree in trees.items():
        if any(f"{name}.".startswith(f"{module}.") for name in used) and "." in module:
            yield from (
                f"{module} is a leaf and imports {name}"
                for _line, name in imports(tree)
                if name.split(".")[0] in APPS and not is_leaf(name)
            )


def test_modules_import_downwards_only():
    found = [each for path in modules() for each in complaints(path, read(path))]
    assert found == []


def test_leaves_of_dramasite_import_no_first_party_module():
    assert list(leaf_complaints({path: read(path) for path in modules()})) == []


def test_there_are_three_apps():
    first_party = [app for app in settings.INSTALLED_APPS if (ROOT / app).is_dir()]
    folders = {path.parent.name for path in ROOT.glob("*/apps.py")}
    assert (sorted(first_party), folders) == (sorted(APPS), set(APPS))


@pytest.mark.parametrize(
    ("path", "source", "number"),
    [
        ("catalog/search.py", "from comments.models import Reply", 1),
        ("catalog/prose/cast.py", "from catalog.models import Drama", 1),
        ("catalog/search.py", "from catalog.views import home", 1),
        ("catalog/search.py", "from catalog.forms import SearchForm", 1),
        ("catalog/models/drama.py", "from catalog.search import find", 1),
        ("catalog/importers/load.py", "import catalog.views.home", 1),
        ("catalog/search/utils.py", "", 1),
        ("catalog/search.py", "def find():\n    import re", 1),
        ("catalog/search.py", "def find():\n    # Slow to load.\n    import re", 0),
        ("catalog/search.py", "def find():\n    import re  # slow to load", 0),
        ("catalog/prose/facts.py", "if TYPE_CHECKING:\n    from catalog.models import Drama", 0),
        ("catalog/models/drama.py", "from catalog.slugs import slug_of", 0),
        ("comments/views.py", "from catalog.models import Drama", 0),
        ("dramasite/views.py", "from comments.models import Reply", 0),
    ],
)
def test_bad_import_is_found(path, source, number):
    assert len(list(complaints(Path(path), source))) == number


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ("import re", 0),
        ("import catalog.models", 1),
        ("from dramasite.absolute import absolute", 0),
        ("from dramasite.views import robots", 1),
    ],
)
def test_leaf_that_imports_an_app_is_found(source, number):
    sources = {
        "catalog/search.py": "from dramasite.pages import Page",
        "dramasite/pages.py": source,
    }
    found = leaf_complaints({Path(path): text for path, text in sources.items()})
    assert len(list(found)) == number
