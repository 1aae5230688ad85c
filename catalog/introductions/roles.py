"""In how many dramas somebody has which role. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _

from catalog.introductions.counting import counted
from catalog.models import CAST_ROLES, Role
from catalog.prose.nouns import listed

Works = Sequence[tuple[tuple[str, ...], str]]  # the roles in a drama, and a character


def roles(name: str, works: Works) -> str:
    """One sentence of what is played, one of what is made."""
    if len(works) == 1:
        return _in_it(name, *works[0])
    in_roles = Counter(role for each, _character in works for role in set(each))
    sentences = [_played(name, len(works), in_roles), _made(name, len(works), in_roles)]
    return " ".join(filter(None, sentences))


def _in_it(name: str, in_roles: Sequence[str], character: str) -> str:
    parts, jobs = _parts(), _jobs()
    words = {"name": name, "character": character}
    words["parts"] = listed([parts[role] for role in CAST_ROLES if role in in_roles])
    words["jobs"] = listed([noun for role, noun in jobs.items() if role in in_roles])
    if words["parts"] and words["jobs"]:
        return _("%(name)s has %(parts)s in it, and is its %(jobs)s.") % words
    if words["parts"] and character:
        return _("%(name)s has %(parts)s in it, as %(character)s.") % words
    if words["parts"]:
        return _("%(name)s has %(parts)s in it.") % words
    return _("%(name)s is its %(jobs)s.") % words


def _played(name: str, number: int, in_roles: Counter[str]) -> str:
    parts, found = _parts(), [role for role in CAST_ROLES if in_roles[role]]
    if not found:
        return ""
    first, *rest = found
    words = {"name": name, "part": parts[first], "count": counted(in_roles[first])}
    if in_roles[first] == number and not rest:
        return _("%(name)s has %(part)s in all of them.") % words
    opening = _("%(part)s in %(count)s of them") % words
    others = [
        _("%(part)s in %(count)s") % {"part": parts[role], "count": counted(in_roles[role])}
        for role in rest
    ]
    return _("%(name)s has %(parts)s.") % {"name": name, "parts": listed([opening, *others])}


def _made(name: str, number: int, in_roles: Counter[str]) -> str:
    jobs = {role: noun for role, noun in _jobs().items() if in_roles[role]}
    if not jobs:
        return ""
    if len(jobs) == 1:
        [(role, noun)] = jobs.items()
        words = {"name": name, "job": noun, "count": counted(in_roles[role])}
        if in_roles[role] == number:
            return _("%(name)s is the %(job)s of all of them.") % words
        return _("%(name)s is the %(job)s of %(count)s of them.") % words
    each = [
        _("the %(job)s of %(count)s") % {"job": noun, "count": counted(in_roles[role])}
        for role, noun in jobs.items()
    ]
    return _("%(name)s is %(jobs)s.") % {"name": name, "jobs": listed(each)}


def _parts() -> dict[str, str]:
    return {
        Role.MAIN: _("a main role"),
        Role.HOST: _("the place of a host"),
        Role.REGULAR: _("the place of a regular member"),
        Role.SUPPORT: _("a support role"),
        Role.CAST: _("a part"),
        Role.GUEST: _("a guest role"),
        Role.CAMEO: _("a cameo"),
    }


def _jobs() -> dict[str, str]:
    return {
        Role.DIRECTOR: _("director"),
        Role.SCREENWRITER: _("screenwriter"),
        Role.AUTHOR: _("original author"),
        Role.PRODUCER: _("producer"),
        Role.COMPOSER: _("composer"),
    }
