"""Two editors with the same form: what the other saved meanwhile is neither lost nor overwritten.

A form carries marks of the values that it was opened with. So each value is known to be hers,
theirs or both: what only one of them changed is taken, whoever saves last. Where both did, the
form says what the other's is and keeps hers; saved again, hers is taken.
"""

from __future__ import annotations

import copy
import datetime
import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.formats import localize
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from catalog.admin.marks import Mark, mark, mark_of_picture, mark_of_words
from catalog.forms import PictureField
from catalog.models import Picture

# What else is kept beside the marks: not names of fields.
FIXED, MADE_ANEW, MAY_GO = "=fixed", "=anew", "=go"


class SeenField(forms.CharField):
    """Marks of the values that the form was opened with, as JSON by field."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class WatchfulForm(forms.ModelForm):
    """``kept`` are the labels of what others changed and she did not.

    A row that somebody else took away ``is_gone``; ``fixed`` is what it was of.
    """

    fixed = ""
    seen = SeenField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept: list[str] = []
        self.has_collisions = self.is_gone = False
        self._names = [name for name in self.fields if name != "seen"]
        self.fields["seen"].initial = self._marks_now

    def _marks_now(self) -> str:
        """Asked for when the form is shown."""
        if self.instance.pk is None:
            return ""
        marks: dict[str, Any] = {name: self._mark_now(name) for name in self._watched()}
        if self.fixed:
            marks[FIXED] = str(getattr(self.instance, f"{self.fixed}_id"))
        return json.dumps(marks)

    def _watched(self) -> list[str]:
        return [name for name in self._names if not self.fields[name].disabled]

    def _mark_now(self, name: str) -> Mark:
        now = self.get_initial_for_field(self.fields[name], name)
        return mark_of_picture(now) if self._is_picture(name) else mark(now)

    def has_changed(self) -> bool:
        return super().has_changed() and not (self.is_gone and not self._was_touched())

    def _was_touched(self) -> bool:
        """Of a row that is gone: whether she had changed it."""
        seen = self.marks_seen()
        return MADE_ANEW in seen or any(
            self._sent_mark(n) != seen[n] for n in seen.keys() & self._names
        )

    def _sent_mark(self, name: str) -> Mark | None:
        if self._is_picture(name):
            file, alt, credit, _clear = self.sent(name) or [None] * 4
            return (
                None
                if file
                else f"{self.marks_seen()[name].partition(':')[0]}:{mark_of_words(alt, credit)}"
            )
        try:
            return mark(self.fields[name].clean(self.sent(name)))
        except ValidationError:
            return None

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]
        seen = self.marks_seen()
        if self.is_gone:
            self._ask_whether_to_make_it_anew(seen)
            return
        others = [n for n in self._watched() if n in seen and self._mark_now(n) != seen[n]]
        if others and self.cleaned_data.get(DELETION_FIELD_NAME):
            self._ask_whether_it_may_go(others, seen)
            return
        for name in others:
            self._settle(name, seen)
        if self.has_collisions:
            self._show_as_seen(seen)

    def _ask_whether_to_make_it_anew(self, seen: dict[str, Any]) -> None:
        if MADE_ANEW not in seen and not self.cleaned_data.get(DELETION_FIELD_NAME):
            self.has_collisions = True
            self.add_error(
                None, _("Meanwhile somebody else took this row away. Save again to keep it.")
            )
            self._show_as_seen(seen | {MADE_ANEW: True})

    def _ask_whether_it_may_go(self, others: list[str], seen: dict[str, Any]) -> None:
        if MAY_GO not in seen:
            self.has_collisions = True
            for name in others:
                now = self.get_initial_for_field(self.fields[name], name)
                self.add_error(name, self._theirs(name, now))
            self.add_error(
                None, _("Meanwhile somebody else changed this row. Save again to take it away.")
            )
            self._show_as_seen(seen | {MAY_GO: True})

    def marks_seen(self) -> dict[str, Any]:
        """What was sent; nothing of what we did not write ourselves."""
        try:
            seen = json.loads(self.data.get(self.add_prefix("seen")) or "{}")
        except (ValueError, RecursionError):
            return {}
        return seen if isinstance(seen, dict) else {}

    def _settle(self, name: str, seen: dict[str, Mark]) -> None:
        now = self.get_initial_for_field(self.fields[name], name)
        if not self.is_hers(name, seen[name]):
            self._take(name, now)
        elif name in self.errors:
            return
        elif isinstance(seen[name], list):
            self._join(name, seen[name], now)
        elif mark(self.cleaned_data[name]) != self._mark_now(name):
            seen[name] = self._mark_now(name)
            self._tell_both(name, now)

    def is_hers(self, name: str, seen: Mark) -> bool:
        """Whether what she sent is something else than what she saw."""
        if self._is_picture(name):
            file, alt, credit, clear = self.sent(name) or [None] * 4
            return bool(file or clear) or mark_of_words(alt, credit) != str(seen).partition(":")[2]
        return name in self.errors or mark(self.cleaned_data.get(name)) != seen

    def sent(self, name: str) -> Any:
        widget = self.fields[name].widget
        return widget.value_from_datadict(self.data, self.files, self.add_prefix(name))

    def _is_picture(self, name: str) -> bool:
        return isinstance(self.fields[name], PictureField)

    def _take(self, name: str, theirs: Any) -> None:
        self.errors.pop(name, None)
        self.cleaned_data[name] = self._as_cleaned(name, theirs)
        self._has_not_changed(name)
        self.kept.append(capfirst(str(self[name].label)))

    def _as_cleaned(self, name: str, value: Any) -> Any:
        field = self.fields[name]
        if isinstance(field, forms.ModelChoiceField) and not isinstance(value, list):
            return getattr(self.instance, name)
        return "" if value is None and isinstance(field, forms.CharField) else value

    def _join(self, name: str, seen: Any, theirs: Any) -> None:
        """Of several rows: theirs, with what she added and without what she took away."""
        hers = {str(row.pk): row for row in self.cleaned_data[name]}
        there = {str(row.pk): row for row in theirs}
        added = {pk: row for pk, row in hers.items() if pk not in seen}
        kept = {pk: row for pk, row in there.items() if pk in hers or pk not in seen}
        self.cleaned_data[name] = [*(kept | added).values()]
        self.kept.append(capfirst(str(self[name].label)))

    def _has_not_changed(self, name: str) -> None:
        self.changed_data = [each for each in self.changed_data if each != name]

    def _tell_both(self, name: str, theirs: Any) -> None:
        self.has_collisions = True
        self.add_error(name, ValidationError(self._both(name, theirs), code="meanwhile"))

    def _both(self, name: str, theirs: Any) -> SafeString:
        yours = _("Yours is still in the field. Save again to keep it.")
        return format_html("{} {}", self._theirs(name, theirs), yours)

    def _theirs(self, name: str, theirs: Any) -> SafeString:
        return format_html(
            '{} <q class="theirs">{}</q>',
            _("Meanwhile somebody else saved this:"),
            said(self.fields[name], self._as_cleaned(name, theirs)) or _("nothing"),
        )

    def _show_as_seen(self, seen: dict[str, Any]) -> None:
        self.send("seen", json.dumps(seen))

    def send(self, name: str, value: str) -> None:
        """As if this had been sent."""
        data: Any = copy.copy(self.data)
        data[self.add_prefix(name)] = value
        self.data = data


def said(field: forms.Field, value: Any) -> str:
    """A value in words, as editors know it."""
    if isinstance(value, Picture):
        return value.alt or _("a picture without alternative text")
    if isinstance(field, forms.ChoiceField) and not isinstance(value, Model):
        choices: Any = field.choices
        return str(dict(choices).get(value, value or ""))
    if isinstance(value, datetime.datetime):
        value = localtime(value)
    return "" if value is None else str(localize(value))
