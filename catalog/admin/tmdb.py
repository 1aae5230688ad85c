"""Adding a drama from TMDB: look it up, see what it would change, take it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.validators import RegexValidator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.admin.tmdb_found import Found, found_in, rows_of
from catalog.importers.cells import RefusedRow
from catalog.importers.load import Outcome, Verdict
from catalog.importers.tmdb.api import IMPATIENT, Api, TmdbError
from catalog.importers.tmdb.later import take_tmdb_pictures
from catalog.importers.tmdb.pictures import remaining
from catalog.importers.tmdb.taking import Taking
from catalog.models import Drama

LANGUAGE = RegexValidator(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}\Z", gettext_lazy("Such as de."))


class LookUpForm(forms.Form):
    q = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    language = forms.CharField(
        label=gettext_lazy("Language of titles and stories"),
        max_length=12,
        required=False,
        validators=[LANGUAGE],
    )


class TakeForm(forms.Form):
    id = forms.IntegerField(min_value=1, max_value=2_147_483_647)
    language = forms.CharField(max_length=12, required=False, validators=[LANGUAGE])


class AddingFromTmdb(admin.ModelAdmin):
    change_list_template = "admin/catalog/drama/change_list.html"

    def get_urls(self) -> list[Any]:
        look, take = (
            self.admin_site.admin_view(view) for view in (self.look_up_in_tmdb, self.take_from_tmdb)
        )
        return [
            path("tmdb/", look, name="catalog_drama_tmdb"),
            path("tmdb/take/", take, name="catalog_drama_tmdb_take"),
            *super().get_urls(),
        ]

    def look_up_in_tmdb(self, request: HttpRequest) -> HttpResponse:
        self._may_add(request)
        form = LookUpForm(request.GET if "q" in request.GET else None)
        found: list[Found] | None = None
        problem = ""
        if form.is_bound and form.is_valid():
            try:
                found = found_in(self._api(form).search(form.cleaned_data["q"]))
            except (TmdbError, RefusedRow) as error:
                problem = str(error)
        return self._tmdb_page(request, {"form": form, "found": found, "problem": problem})

    def take_from_tmdb(self, request: HttpRequest) -> HttpResponse:
        """By GET what would change; by POST it is taken."""
        self._may_add(request)
        is_sure = request.method == "POST"
        form = TakeForm(request.POST if is_sure else request.GET)
        if not form.is_valid():
            return HttpResponseRedirect(reverse("admin:catalog_drama_tmdb"))
        taking = Taking(self._api(form), with_pictures=False, dry_run=not is_sure)
        try:
            outcome = taking.take(form.cleaned_data["id"])
        except (TmdbError, RefusedRow) as error:
            return self._tmdb_page(request, {"form": LookUpForm(), "problem": str(error)})
        if outcome.verdict == Verdict.REFUSED:
            return self._tmdb_page(request, {"form": LookUpForm(), "problem": outcome.reason})
        if is_sure:
            return self._taken(request, outcome, taking)
        shown = {"outcome": outcome, "rows": rows_of(outcome), "asked": form.cleaned_data}
        return self._tmdb_page(request, {"form": LookUpForm(), **shown})

    def _may_add(self, request: HttpRequest) -> None:
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied

    def _api(self, form: forms.Form) -> Api:
        return Api(form.cleaned_data["language"], IMPATIENT)

    def _taken(self, request: HttpRequest, outcome: Outcome, taking: Taking) -> HttpResponse:
        drama = Drama.objects.get(pk=outcome.drama_id or 0)
        log = self.log_addition if outcome.verdict == Verdict.NEW else self.log_change
        log(request, drama, _("From TMDB."))
        pictures = remaining(drama, taking.pictures)
        if pictures:
            take_tmdb_pictures.enqueue(drama.pk, [[each.path, each.kind] for each in pictures])
        told = {
            Verdict.NEW: _("“%(drama)s” is here, as a draft."),
            Verdict.CHANGED: _("“%(drama)s” was brought up to date."),
            Verdict.UNCHANGED: _("Nothing of “%(drama)s” was to be changed."),
        }[outcome.verdict] % {"drama": drama}
        if pictures:
            told = f"{told} {_('Its pictures come in a moment.')}"
        self.message_user(request, told, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:catalog_drama_change", args=[drama.pk]))

    def _tmdb_page(self, request: HttpRequest, shown: dict[str, Any]) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Add from TMDB"),
            "has_key": bool(settings.TMDB_KEY),
            **shown,
        }
        return TemplateResponse(request, "admin/catalog/drama/tmdb.html", context)
