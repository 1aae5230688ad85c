"""Pages that keep what a drama was at each save, and put it back."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalog.models import Drama, Revision
from catalog.revisions import State, note, note_as_found, states_of
from catalog.revisions.reading import Difference, differences_of
from catalog.revisions.restoring import restore


class Revised(admin.ModelAdmin):
    """For whatever is edited of a drama: ``drama_of`` says of which."""

    def drama_of(self, noun: Any) -> int:
        return noun.pk

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        if change:
            # What was written by others since the last save is not lost by this one.
            note_as_found(self.drama_of(form.instance))
        return super().save_form(request, form, change)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return self._noted(obj, super().log_addition(request, obj, message))

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return self._noted(obj, super().log_change(request, obj, message))

    def _noted(self, noun: Any, entry: Any) -> Any:
        """Whoever has saved is in the editors' log: the last thing that is written of a save."""
        note(self.drama_of(noun), entry)
        return entry


class RevisionPages(Revised):
    """The list of a drama's revisions, and each of them, below the drama's form."""

    def get_urls(self) -> list[Any]:
        at = "<int:pk>/revisions/"
        view = self.admin_site.admin_view
        return [
            path(at, view(self.revisions), name="catalog_drama_revisions"),
            path(f"{at}<int:number>/", view(self.revision), name="catalog_drama_revision"),
            *super().get_urls(),
        ]

    def revisions(self, request: HttpRequest, pk: int) -> HttpResponse:
        drama = self._drama(request, pk)
        kept = list(drama.revisions.select_related("entry__user"))
        states = [State.unpacked(each.packed) for each in kept]
        befores: list[State | None] = [*states[1:], *[None][: len(states)]]
        rows = [
            (each, _labels(differences_of(before, state)) if before else [])
            for each, state, before in zip(kept, states, befores, strict=True)
        ]
        context = {"rows": rows, "title": _("Revisions of “%(drama)s”") % {"drama": drama}}
        return self._page(request, "revisions", drama, context)

    def revision(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        drama = self._drama(request, pk)
        revision, before = self._two(drama, number)
        state = State.unpacked(revision.packed)
        if request.method == "POST":
            return self._restore(request, drama, state)
        now = states_of([drama.pk])[drama.pk]
        context = {
            "revision": revision,
            "is_first": before is None,
            "then": differences_of(State.unpacked(before.packed), state) if before else [],
            "since": differences_of(now, state),
            "may_restore": self.has_change_permission(request, drama),
            "title": _("“%(drama)s” as it was") % {"drama": drama},
        }
        return self._page(request, "revision", drama, context)

    def _two(self, drama: Drama, number: int) -> tuple[Revision, Revision | None]:
        """The revision of that number, and the one before it."""
        kept = drama.revisions.select_related("entry__user").filter(pk__lte=number)
        found = list(kept[:2])
        if not found or found[0].pk != number:
            raise Http404("no such revision")
        return found[0], found[1] if found[1:] else None

    def _drama(self, request: HttpRequest, pk: int) -> Drama:
        drama = get_object_or_404(Drama, pk=pk)
        if not self.has_view_permission(request, drama):
            raise PermissionDenied
        return drama

    def _restore(self, request: HttpRequest, drama: Drama, state: State) -> HttpResponse:
        if not self.has_change_permission(request, drama):
            raise PermissionDenied
        note_as_found(drama.pk)
        lost = restore(drama, state)
        self.log_change(request, drama, _("Restored an earlier revision."))
        self.message_user(request, _("The drama is what it was."), messages.SUCCESS)
        if lost:
            told = _("What has gone meanwhile could not be put back: %(parts)s.")
            parts = ", ".join(dict.fromkeys(lost))
            self.message_user(request, told % {"parts": parts}, messages.WARNING)
        return redirect(reverse("admin:catalog_drama_change", args=[drama.pk]))

    def _page(
        self, request: HttpRequest, name: str, drama: Drama, context: dict[str, Any]
    ) -> HttpResponse:
        ours = {"opts": self.opts, "drama": drama, **self.admin_site.each_context(request)}
        return render(request, f"admin/catalog/drama/{name}.html", ours | context)


def _labels(found: list[Difference]) -> list[str]:
    return [capfirst(each.label) for each in found]
