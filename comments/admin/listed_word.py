"""Listed words, each with what it would have caught: seen before it is saved."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from comments.models import ListedWord, State
from comments.spam.past import Caught, caught, past_replies
from comments.spam.patterns import compiled, is_pattern

MOST_SHOWN = 50


class TrialForm(forms.Form):
    """Asks by the address, and changes nothing."""

    pattern = forms.CharField(
        label=_("Word or pattern to try"), max_length=100, validators=[is_pattern]
    )

    def tried(self) -> dict[str, Any]:
        """What it finds among past replies, for the template."""
        if not self.is_valid():
            return {"form": self}
        past = list(past_replies())
        found = caught(compiled(self.cleaned_data["pattern"]), past)
        return {
            "form": self,
            "past": len(past),
            "number": len(found),
            "states": _by_state(found),
            "caught": found[:MOST_SHOWN],
        }


class ListedWordForm(forms.ModelForm):
    def clean_pattern(self) -> str:
        typed = str(self.cleaned_data["pattern"])
        is_pattern(typed)
        return typed


@admin.register(ListedWord)
class ListedWordAdmin(admin.ModelAdmin):
    form = ListedWordForm
    list_display = ("pattern", "points", "is_active", "note")
    list_filter = ("is_active",)
    search_fields = ("pattern", "note")

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if request.user.has_perm("comments.view_reply"):
            context["trial"] = _trial(request, context.get("original")).tried()
        return super().render_change_form(request, context, *args, **kwargs)


def _trial(request: HttpRequest, word: ListedWord | None) -> TrialForm:
    """Of what the address says, else of what is in the other form."""
    typed = request.POST.get("pattern") or request.GET.get("pattern")
    data = {"pattern": word.pattern} if word and typed is None else {"pattern": typed}
    return TrialForm(data if data["pattern"] is not None else None, auto_id="trial_%s")


def _by_state(found: list[Caught]) -> list[tuple[State, int]]:
    """How many are in which state now."""
    numbers = Counter(each.reply.state for each in found)
    return [(state, numbers[state]) for state in State if numbers[state]]
