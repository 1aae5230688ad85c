"""What if the rules for spam were others: how past replies would have been decided.

A form that is asked by its address and changes nothing.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxValueValidator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from comments.models import SpamRules
from comments.models.listed_word import MOST_POINTS
from comments.spam.past import past_replies
from comments.spam.patterns import is_pattern
from comments.spam.what_if import counts, outcomes

MOST_SHOWN = 100
NEWCOMERS = [("yes", _("wait for an editor")), ("no", _("are published"))]
IN_ORDER = _("What is spam must not have fewer points than what is held.")


class WhatIfForm(forms.Form):
    hold_from = forms.IntegerField(label=_("Hold from"), min_value=1, max_value=1000)
    spam_from = forms.IntegerField(label=_("Spam from"), min_value=1, max_value=1000)
    newcomers = forms.ChoiceField(label=_("Newcomers"), choices=NEWCOMERS)
    pattern = forms.CharField(
        label=_("One more word or pattern"),
        max_length=100,
        required=False,
        validators=[is_pattern],
    )
    points = forms.IntegerField(
        label=_("Its points"), min_value=1, validators=[MaxValueValidator(MOST_POINTS)]
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("spam_from", 1000) < given.get("hold_from", 1):
            self.add_error("spam_from", IN_ORDER)
        return given

    def rules(self) -> SpamRules:
        given = self.cleaned_data
        hold_newcomers = given["newcomers"] == "yes"
        names = ("hold_from", "spam_from")
        return SpamRules(
            pk=1, hold_newcomers=hold_newcomers, **{name: given[name] for name in names}
        )

    def words(self) -> list[tuple[str, int]]:
        given = self.cleaned_data
        return [(given["pattern"], given["points"])] if given["pattern"] else []


@require_safe
def what_if(request: HttpRequest, model_admin: admin.ModelAdmin) -> HttpResponse:
    may_see = request.user.has_perm("comments.view_reply")
    if not (may_see and model_admin.has_view_permission(request)):
        raise PermissionDenied
    form = WhatIfForm(_as_it_is() | request.GET.dict())
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": _("What if the rules were others?"),
        "form": form,
        **(_outcomes(form) if form.is_valid() else {}),
    }
    status = 200 if form.is_valid() else 422
    return render(request, "admin/comments/spamrules/what_if.html", context, status=status)


def _outcomes(form: WhatIfForm) -> dict[str, Any]:
    found = outcomes(past_replies(), form.rules(), form.words())
    changed = [each for each in found if each.is_changed]
    return {
        "past": len(found),
        "counts": counts(found),
        "number": len(changed),
        "changed": changed[:MOST_SHOWN],
    }


def _as_it_is() -> dict[str, Any]:
    rules = SpamRules.now()
    return {
        "hold_from": rules.hold_from,
        "spam_from": rules.spam_from,
        "newcomers": "yes" if rules.hold_newcomers else "no",
        "points": 5,
    }
