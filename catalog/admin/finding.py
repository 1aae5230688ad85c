"""Findings: what does not make sense, by severity, with the way to where it is mended."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from catalog.models import Finding, Severity
from catalog.quality.rules import RULES
from catalog.quality.trend import trend
from dramasite.pagination import page_of

PER_PAGE, LONGEST_QUERY = 50, 200
LIST = "admin:catalog_finding_changelist"
SHOWN = {
    "open": _("Open"),
    "silenced": _("Called right"),
}


@admin.register(Finding)
class FindingAdmin(admin.ModelAdmin):
    """Whoever may see dramas sees it; whoever may change them says what is right."""

    def get_urls(self) -> list[URLPattern]:
        guard = self.admin_site.admin_view
        return [
            path("", guard(self.findings), name="catalog_finding_changelist"),
            path("<int:pk>/judge/", guard(self.judge), name="catalog_finding_judge"),
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("catalog.view_drama")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("catalog.change_drama")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def findings(self, request: HttpRequest) -> HttpResponse:
        return findings(request, self)

    def judge(self, request: HttpRequest, pk: int) -> HttpResponse:
        return judge(request, self, pk)


@require_safe
def findings(request: HttpRequest, model_admin: FindingAdmin) -> HttpResponse:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    shown, rule = request.GET.get("shown", ""), request.GET.get("rule", "")
    shown, rule = shown if shown in SHOWN else "open", rule if rule in RULES else ""
    severity = _severity(request.GET.get("severity", ""))
    rows = _rows(shown)
    counted = _counted(rows)
    narrowed = rows.filter(**({"severity": severity} if severity else {}))
    narrowed = narrowed.filter(**({"rule": rule} if rule else {}))
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": _("Quality of the data"),
        "page": page_of(_in_order(narrowed), request, PER_PAGE),
        "query": _query(shown, severity, rule) + "&",
        "back": request.GET.urlencode(),
        "tabs": list(_tabs(counted, shown, severity)),
        "states": list(_states(shown)),
        "rules": list(_rules(counted, shown, severity, rule)),
        "rule": rule,
        "any_rule": _query(shown, severity, ""),
        "is_silenced": shown == "silenced",
        "may_judge": model_admin.has_change_permission(request),
        "lines": trend(),
    }
    return render(request, "admin/catalog/finding/findings.html", context)


@require_POST
def judge(request: HttpRequest, model_admin: FindingAdmin, pk: int) -> HttpResponse:
    """ "This is right", until its facts change; or, taken back, that it is not."""
    finding = get_object_or_404(Finding, pk=pk)
    if not model_admin.has_change_permission(request, finding):
        raise PermissionDenied
    is_right = request.POST.get("is") == "right"
    finding.silenced_at = timezone.now() if is_right else None
    finding.silenced_by = request.user.get_username() if is_right else ""
    finding.save(update_fields=["silenced_at", "silenced_by"])
    back = request.POST.get("back", "")
    if back == "form" and finding.drama_id:
        return redirect("admin:catalog_drama_change", finding.drama_id)
    # Read as a query of the list, whatever was sent: it never leads elsewhere.
    query = QueryDict(back[:LONGEST_QUERY]).urlencode()
    return redirect(f"{reverse(LIST)}?{query}")


def _severity(given: str) -> int:
    return int(given) if given in {str(each.value) for each in Severity} else 0


def _rows(shown: str) -> Any:
    return Finding.objects.silenced() if shown == "silenced" else Finding.objects.open()


def _in_order(rows: Any) -> Any:
    with_subjects = rows.select_related("drama", "person", "redirect")
    return with_subjects.order_by("severity", "rule", "-first_seen", "pk")


def _counted(rows: Any) -> list[tuple[int, str, int]]:
    """Severity, rule and number: all other numbers are sums of these."""
    counted = rows.order_by("severity", "rule").values_list("severity", "rule")
    return list(counted.annotate(n=Count("pk")))


def _query(shown: str, severity: int, rule: str) -> str:
    given = {"shown": "" if shown == "open" else shown, "severity": severity, "rule": rule}
    return urlencode({name: value for name, value in given.items() if value})


def _tabs(counted: list[tuple[int, str, int]], shown: str, chosen: int) -> Any:
    total = sum(number for *_row, number in counted)
    yield {"label": _("All"), "number": total, "query": _query(shown, 0, ""), "is_on": not chosen}
    for severity, label in ((1, _("Errors")), (2, _("Warnings")), (3, _("Hints"))):
        number = sum(n for each, _rule, n in counted if each == severity)
        query = _query(shown, severity, "")
        yield {"label": label, "number": number, "query": query, "is_on": chosen == severity}


def _states(chosen: str) -> Any:
    for shown, label in SHOWN.items():
        yield {"label": label, "query": _query(shown, 0, ""), "is_on": shown == chosen}


def _rules(counted: list[tuple[int, str, int]], shown: str, severity: int, chosen: str) -> Any:
    for each, rule, number in counted:
        if severity in (0, each):
            query = _query(shown, severity, rule)
            yield {"rule": rule, "number": number, "query": query, "is_on": rule == chosen}
