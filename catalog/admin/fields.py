"""Fields and widgets of the editors' forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from catalog.models.dates import PartialDate


class PartialDateFormField(forms.Field):
    """A year, a month or a day in one field, such as "2005", "2005-10" or "2005-10-11"."""

    widget = forms.TextInput(attrs={"class": "partial-date", "placeholder": _("YYYY-MM-DD")})
    default_error_messages = {
        "invalid": _(
            "Enter a year, a month or a day as it is in the calendar: 2005, 2005-10 or 2005-10-11."
        )
    }

    def to_python(self, value: Any) -> PartialDate | None:
        if value is None or isinstance(value, PartialDate):
            return value
        text = str(value).strip()
        if not text:
            return None
        try:
            return PartialDate.parse(text)
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, PartialDate) else value


class ChosenLink(forms.Widget):
    """What was chosen once and is not chosen again: a link instead of a select."""

    def __init__(self, label: str, address: str) -> None:
        super().__init__()
        self.label, self.address = label, address

    def render(self, *args: Any, **kwargs: Any) -> SafeString:
        return format_html('<a class="chosen" href="{}">{}</a>', self.address, self.label)

    def value_omitted_from_data(self, *args: Any) -> bool:
        return False


class KnownAutocomplete(AutocompleteSelectMultiple):
    """Does not ask the database for the chosen rows when the form has them already."""

    known: dict[str, str]

    def know(self, rows: Iterable[Model]) -> None:
        self.known = {str(row.pk): str(row) for row in rows}

    def optgroups(self, name: str, value: Sequence[str], attrs: Any = None) -> list[Any]:
        known = getattr(self, "known", {})
        if not set(value) <= known.keys():
            # Django asks for whatever was sent; only what can be a key may be asked for.
            return super().optgroups(name, [pk for pk in value if self._is_key(pk)], attrs)
        options = [
            self.create_option(name, pk, known[pk], True, index) for index, pk in enumerate(value)
        ]
        return [(None, options, 0)]

    def _is_key(self, value: str) -> bool:
        try:
            self.field.remote_field.model._meta.pk.to_python(value)
        except ValidationError:
            return False
        return True
