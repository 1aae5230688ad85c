"""Rows of an inline: those that nobody touched cost nothing, and long lists have pages."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, QuerySet, Window
from django.forms import BaseInlineFormSet, ModelForm
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext as _

from catalog.admin.meanwhile import FIXED, WatchfulForm
from catalog.forms import PictureField


class LightFormSet(BaseInlineFormSet):
    """Validates a row only when something in it was changed: each check is a query.

    A row that somebody else took away meanwhile is gone, unless she changed it: then she is
    told, and saved again it is made anew.
    """

    def _construct_form(self, i: int, **kwargs: Any) -> ModelForm:
        form = super()._construct_form(i, **kwargs)  # type: ignore[misc]
        if i < self.initial_form_count():
            form.empty_permitted = True
            if self.is_bound and form.instance.pk is None and isinstance(form, WatchfulForm):
                self._take_as_gone(form)
        return form

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        for field in form.fields.values():
            # The heading of its column is no label to those who do not see it.
            if not isinstance(field, PictureField):
                field.widget.attrs.setdefault("aria-label", str(field.label))

    def _take_as_gone(self, form: WatchfulForm) -> None:
        seen = form.marks_seen()
        if not seen:
            return
        form.is_gone = True
        key = form.fields[self._pk_field.name]  # type: ignore[attr-defined]
        key.required, key.disabled, key.initial = False, True, None
        if form.fixed:
            form.send(form.fixed, str(seen.get(FIXED, "")))

    def _should_delete_form(self, form: Any) -> bool:
        # What somebody else has just changed does not go before she has seen it.
        is_wished = super()._should_delete_form(form)  # type: ignore[misc]
        return is_wished and not getattr(form, "has_collisions", False)

    @property
    def initial_forms(self) -> list[Any]:
        return [form for form in super().initial_forms if not is_gone(form)]

    @property
    def extra_forms(self) -> list[Any]:
        """What is gone stands with what is new, and is saved as such if she wants it back."""
        return [*filter(is_gone, super().initial_forms), *super().extra_forms]


def is_gone(form: Any) -> bool:
    return getattr(form, "is_gone", False)


class PagedFormSet(LightFormSet):
    """Shows ``per_page`` rows; a submit holds the rows that were shown, whatever came since."""

    per_page = 50
    page_number = 1
    total = 0

    def get_queryset(self) -> Any:
        if not hasattr(self, "_queryset"):
            rows = super().get_queryset()
            self._queryset = self._submitted(rows) if self.is_bound else self._page(rows)
        return self._queryset

    @property
    def pages(self) -> list[int]:
        """The numbers of the pages; none when there is only one."""
        count = -(-self.total // self.per_page)
        return list(range(1, count + 1)) if count > 1 else []

    def _submitted(self, rows: QuerySet) -> list[Any]:
        key = rows.model._meta.pk.name
        shown = int(self.management_form.cleaned_data["INITIAL_FORMS"] or 0)
        submitted = [self.data.get(f"{self.add_prefix(i)}-{key}", "") for i in range(shown)]
        found = rows.filter(pk__in=[pk for pk in submitted if pk.isdecimal()])
        self.total = len(found)
        return list(found)

    def _page(self, rows: QuerySet) -> list[Any]:
        start = (self.page_number - 1) * self.per_page
        counted = rows.annotate(of=Window(Count("pk")))
        page = list(counted[start : start + self.per_page])
        self.total = page[0].of if page else 0
        return page


class ExternalIdFormSet(LightFormSet):
    """Django compares the rows of one submit only for constraints without a condition."""

    def clean(self) -> None:
        super().clean()
        seen = set()
        for form in self.forms:
            key = (form.cleaned_data.get("source"), form.cleaned_data.get("value"))
            if form.cleaned_data.get(DELETION_FIELD_NAME) or None in key:
                continue
            if key in seen:
                form.add_error("value", _("This id is given twice."))
            seen.add(key)
