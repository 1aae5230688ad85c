"""What a rule is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from catalog.models.finding import Severity

if TYPE_CHECKING:
    from catalog.quality.facts import DramaFacts
    from catalog.quality.surroundings import Surroundings

Found = dict[str, Any]
Find = Callable[["DramaFacts", "Surroundings"], Found | None]
USUAL = "usual"


@dataclass(frozen=True, slots=True)
class Rule:
    """``words`` say what is wrong, with the values of what ``find`` found.

    ``mend`` is where in the admin: the id of a field or a group of the drama's form; with
    "season" or "picture", of the form of the row that the value of that name is the key of.
    """

    name: str
    severity: Severity
    words: Any
    mend: str
    find: Find


@dataclass(frozen=True, slots=True)
class Described:
    """A rule over many rows at once, whose query stands in a module of its own."""

    name: str
    severity: Severity
    words: Any
    mend: str


def error(name: str, words: Any, mend: str, find: Find) -> Rule:
    return Rule(name, Severity.ERROR, words, mend, find)


def warning(name: str, words: Any, mend: str, find: Find) -> Rule:
    return Rule(name, Severity.WARNING, words, mend, find)


def hint(name: str, words: Any, mend: str, find: Find) -> Rule:
    return Rule(name, Severity.HINT, words, mend, find)


def fingerprint(found: Found) -> str:
    """Of the facts; what is usual elsewhere (keys that begin with "usual") is none of them."""
    facts = {key: value for key, value in found.items() if not key.startswith(USUAL)}
    text = json.dumps(facts, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
