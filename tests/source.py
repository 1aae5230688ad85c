"""The project's own source, for the tests that keep the house's rules."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APPS = ("catalog", "comments", "dramasite")


def modules(*folders):
    """Paths relative to the root, migrations left out."""
    paths = [path for folder in folders or APPS for path in (ROOT / folder).rglob("*.py")]
    return sorted(path.relative_to(ROOT) for path in paths if "migrations" not in path.parts)


def read(path):
    return (ROOT / path).read_text()


def dotted(path):
    """ "catalog/prose/cast.py" as "catalog.prose.cast", a package by its own name."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(tree):
    """(line, dotted name) of every import, wherever it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
