"""Changing many dramas of the list at once, after a page that says how many it changes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import localize
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from catalog.admin.fields import KnownAutocomplete
from catalog.bulk import LABELS, MOST, Change, apply, effects
from catalog.models import Drama, Publication, Status

STAYS = ("", gettext_lazy("stays as it is"))
NAMES = {
    "genres": (gettext_lazy("Add genres"), gettext_lazy("Take genres away")),
    "tags": (gettext_lazy("Add tags"), gettext_lazy("Take tags away")),
    "countries": (gettext_lazy("Add countries"), gettext_lazy("Take countries away")),
    "networks": (gettext_lazy("Add networks"), gettext_lazy("Take networks away")),
}
# What is scheduled has a time of its own: it is set on the drama's form.
STATES = [s for s in Publication.choices if s[0] != Publication.SCHEDULED]


def _labels(plural: str, label: Any) -> forms.ModelMultipleChoiceField:
    relation: Any = Drama._meta.get_field(plural)
    rows = relation.related_model._default_manager.all()
    widget = KnownAutocomplete(relation, admin.site)
    return forms.ModelMultipleChoiceField(rows, label=label, required=False, widget=widget)


class BulkForm(forms.Form):
    status = forms.ChoiceField(
        label=gettext_lazy("Status"), required=False, choices=[STAYS, *Status.choices]
    )
    publication = forms.ChoiceField(
        label=gettext_lazy("Publication"), required=False, choices=[STAYS, *STATES]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for plural, (add, take) in NAMES.items():
            self.fields[f"add_{plural}"] = _labels(plural, add)
            self.fields[f"remove_{plural}"] = _labels(plural, take)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for plural in LABELS:
            both = set(cleaned.get(f"add_{plural}", ())) & set(cleaned.get(f"remove_{plural}", ()))
            if both:
                self.add_error(f"remove_{plural}", _("The same cannot be added and taken away."))
        if not self.errors and not self.change:
            raise forms.ValidationError(_("Choose what is to be changed."))
        return cleaned

    @property
    def change(self) -> Change:
        given = self.cleaned_data
        added = {plural: list(given.get(f"add_{plural}", ())) for plural in LABELS}
        removed = {plural: list(given.get(f"remove_{plural}", ())) for plural in LABELS}
        return Change(
            added={plural: labels for plural, labels in added.items() if labels},
            removed={plural: labels for plural, labels in removed.items() if labels},
            status=given.get("status", ""),
            publication=given.get("publication", ""),
        )


class ManyAtOnce(admin.ModelAdmin):
    @admin.action(permissions=["change"], description=gettext_lazy("Change many at once …"))
    def change_many(self, request: HttpRequest, dramas: Any) -> HttpResponse | None:
        chosen = Drama.objects.filter(pk__in=dramas.values("pk"))
        if chosen.count() > MOST:
            told = _(
                "These are more than %(most)s dramas: filter the list, and take fewer at once."
            )
            self.message_user(request, told % {"most": localize(MOST)}, messages.WARNING)
            return None
        is_asked = "preview" in request.POST or "confirmed" in request.POST
        form = BulkForm(request.POST if is_asked else None)
        if not is_asked or not form.is_valid():
            return self._many(request, chosen, form)
        if "confirmed" not in request.POST:
            return self._many(request, chosen, form, list(effects(chosen, form.change)))
        n = apply(chosen, form.change, by=request.user)
        told = ngettext("%(n)d drama was changed.", "%(n)d dramas were changed.", n)
        self.message_user(request, told % {"n": n}, messages.SUCCESS)
        return None

    def _many(
        self, request: HttpRequest, dramas: Any, form: BulkForm, effects: Any = ()
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Change many at once"),
            "form": form,
            "media": self.media + form.media,
            "number": dramas.count(),
            "effects": effects,
            "checkbox": ACTION_CHECKBOX_NAME,
            "chosen": request.POST.getlist(ACTION_CHECKBOX_NAME),
            "select_across": request.POST.get("select_across", "0"),
        }
        return render(request, "admin/catalog/drama/many.html", context)
