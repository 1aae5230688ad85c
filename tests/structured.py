"""Structured data as machines read it off a page, and schema.org's vocabulary to hold it against.

Needs no network: the vocabulary comes with the package pydantic2-schemaorg.
"""

from __future__ import annotations

import html
import importlib
import json
import re
from collections.abc import Iterator
from typing import Any

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
# What site owners write beside the vocabulary, and what JSON-LD itself says.
NOT_OF_A_TYPE = {"@context", "@id", "@type", "query-input"}
NAMES = re.compile(r"['\"](\w+)['\"]")


def nodes_of(page: str) -> list[dict[str, Any]]:
    return [json.loads(data) for data in SCRIPT.findall(page)]


def walk(said: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every value that is no list and no node, with the name of its property."""
    if isinstance(said, dict):
        for key, each in said.items():
            yield from walk(each, key)
    elif isinstance(said, list):
        for each in said:
            yield from walk(each, name)
    else:
        yield name, said


def words_of(page: str) -> str:
    """What a page says, without spaces and markup, its structured data left out."""
    return squeezed(html.unescape(re.sub(r"<[^>]+>", "", SCRIPT.sub("", page))))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def complaints(node: dict[str, Any]) -> Iterator[str]:
    """Types and properties that the vocabulary does not know, and values of a wrong type."""
    kind = node.get("@type", "")
    expected = _properties(kind)
    if expected is None:
        yield f"no type {kind!r}"
        return
    for name, value in node.items():
        if name in NOT_OF_A_TYPE:
            continue
        if name not in expected:
            yield f"{kind} has no property {name}"
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield from _misplaced(f"{kind}.{name}", each, expected[name])
                yield from complaints(each)


def _misplaced(place: str, node: dict[str, Any], types: set[str]) -> Iterator[str]:
    # A role may stand wherever what it is about may: https://schema.org/Role
    kinds = set(_ancestors(node.get("@type", ""))) | {node.get("@type", "")}
    if not kinds & (types | {"Role"}):
        yield f"{place} is no {node.get('@type')}"


def _class(kind: str) -> Any:
    try:
        return getattr(importlib.import_module(f"pydantic2_schemaorg.{kind}"), kind)
    except (ImportError, AttributeError):
        return None


def _ancestors(kind: str) -> list[str]:
    found = _class(kind)
    return [each.__name__ for each in found.__mro__] if found else []


def _properties(kind: str) -> dict[str, set[str]] | None:
    """Of a type and of those that it belongs to: the names, and the types of their values."""
    found = _class(kind) if kind.isidentifier() else None
    if found is None:
        return None
    known: dict[str, set[str]] = {}
    for each in reversed(found.__mro__):
        for name, annotation in getattr(each, "__annotations__", {}).items():
            known[name] = set(NAMES.findall(str(annotation)))
    # A role has the property again in whose place it stands.
    if "Role" in _ancestors(kind):
        known["actor"] = {"Person"}
    return known
