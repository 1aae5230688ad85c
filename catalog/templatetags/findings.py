"""What the rules found, in words, with the way to where it is mended."""

from __future__ import annotations

from typing import Any

from django import template
from django.db.models import Count
from django.urls import reverse

from catalog.models import Drama, Finding, Severity
from catalog.quality.reasons import reason
from catalog.quality.rules import RULES

register = template.Library()
register.filter(reason)
FORMS = {"season": "catalog_season_change", "picture": "catalog_picture_change"}


@register.filter
def mended_at(finding: Finding) -> str:
    """The form's very field or group, or the form of the row in question."""
    rule = RULES.get(finding.rule)
    mend = rule.mend if rule else ""
    if mend in FORMS and mend in finding.data:
        return reverse(f"admin:{FORMS[mend]}", args=[finding.data[mend]])
    subject = finding.subject
    form = reverse(f"admin:catalog_{subject._meta.model_name}_change", args=[subject.pk])
    return f"{form}#{mend}" if mend else form


@register.filter
def rule_name(name: str) -> str:
    """As a heading: "same-synopsis" as "same synopsis"."""
    return name.replace("-", " ")


@register.inclusion_tag("catalog/_waiting_findings.html")
def waiting_findings() -> dict[str, Any]:
    """How many findings are open, by severity; one query."""
    rows = Finding.objects.open().values_list("severity").annotate(n=Count("pk")).order_by()
    counted = dict(rows)
    numbers = [(severity, counted.get(severity, 0)) for severity in Severity]
    return {"number": sum(counted.values()), "numbers": numbers}


@register.inclusion_tag("catalog/_drama_findings.html", takes_context=True)
def findings_of(context: Any, drama: Drama) -> dict[str, Any]:
    """A drama's own, the worst first; one query."""
    found = list(drama.findings.open().order_by("severity", "rule"))
    for finding in found:
        finding.drama = drama
    may_judge = context["user"].has_perm("catalog.change_drama")
    return {"findings": found, "may_judge": may_judge, "csrf_token": context["csrf_token"]}
