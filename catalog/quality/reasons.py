"""Why a finding was made, in the words of the site's language."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from catalog.models.finding import Finding
from catalog.quality.rules import RULES


class _Facts(dict[str, Any]):
    """A fact that an older version of a rule did not keep is left open."""

    def __missing__(self, key: str) -> str:
        return "…"


def reason(finding: Finding) -> str:
    """A sentence; of a rule that is no more, its name."""
    rule = RULES.get(finding.rule)
    if rule is None:
        return finding.rule
    return str(rule.words) % _Facts({key: _said(key, v) for key, v in finding.data.items()})


def _said(key: str, value: Any) -> Any:
    if not isinstance(value, list):
        return value
    words = _lacking() if key == "lacking" else {}
    return ", ".join(str(words.get(each, each)) for each in value)


def _lacking() -> dict[str, str]:
    return {
        "synopsis": _("synopsis"),
        "countries": _("countries"),
        "genres": _("genres"),
        "released": _("release date"),
        "cast": _("cast"),
    }
