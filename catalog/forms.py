"""Forms that take pictures along with the row that shows them."""

from __future__ import annotations

import copy
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from catalog.images import accept_upload, new_picture, preview_of
from catalog.models import Picture, Publication
from catalog.pictures import keep, let_go

ACCEPT = "image/jpeg,image/png,image/webp,image/avif,image/gif"
LONGEST = {"alt": 300, "credit": 200}
IN_PUBLIC = (Publication.SCHEDULED, Publication.PUBLISHED)


class PictureInput(forms.MultiWidget):
    """The present picture, and inputs for a file, its alternative text, its credit, no picture."""

    template_name = "catalog/_picture_input.html"
    picture: Picture | None = None

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        widgets: dict[str, forms.Widget | type[forms.Widget]] = {
            "file": forms.FileInput({"accept": ACCEPT}),
            "alt": forms.TextInput({"maxlength": LONGEST["alt"], "size": 60}),
            "credit": forms.TextInput({"maxlength": LONGEST["credit"], "size": 40}),
            "clear": forms.CheckboxInput(),
        }
        super().__init__(widgets, attrs)

    def decompress(self, value: Any) -> list[Any]:
        return [None, value.alt, value.credit, False] if isinstance(value, Picture) else [None] * 4

    def use_required_attribute(self, initial: Any) -> bool:
        return False

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        # Django's own renderer does not look into the project's templates; it knows the inputs.
        inputs = self.get_context(name, value, attrs)["widget"]["subwidgets"]
        context: dict[str, Any] = {
            part: {
                "id": each["attrs"].get("id"),
                "html": self._render(  # type: ignore[attr-defined]
                    each["template_name"], {"widget": each}, renderer
                ),
            }
            for part, each in zip(("file", "alt", "credit", "clear"), inputs, strict=True)
        }
        if self.picture is None or self.is_required:
            context["clear"] = None
        context["preview"] = preview_of(self.picture) if self.picture else None
        return render_to_string(self.template_name, context)


class PictureField(forms.Field):
    """For a foreign key to Picture, in a ModelFormWithPictures. Its value is a Picture or None.

    A new file gives a Picture that is not saved yet; other words give a changed copy of the
    present one. The form saves it together with its own row.
    """

    widget = PictureInput
    default_error_messages = {
        "required": _("Choose a file."),
        "no_file": _("Choose a file to go with these words."),
        "contradiction": _("Either send a new file or take the picture away, not both."),
        "no_alt": _("Say what the picture shows: without it the picture cannot be published."),
    }
    picture: Picture | None = None

    def __init__(self, *, required: bool = False, **options: Any) -> None:
        super().__init__(required=required, **options)

    def show(self, picture: Picture | None) -> None:
        """Say which picture the row shows at present."""
        self.picture = self.widget.picture = picture

    def has_changed(self, initial: Any, data: Any) -> bool:
        file, alt, credit, clear = data or [None] * 4
        present = self.picture or Picture()
        words = ((alt or "").strip(), (credit or "").strip())
        return bool(file or clear or words != (present.alt, present.credit))

    def clean(self, value: Any) -> Picture | None:
        """Raises ValidationError."""
        file, alt, credit, clear = value or [None] * 4
        words = {"alt": self._words("alt", alt), "credit": self._words("credit", credit)}
        if file and clear:
            raise self._error("contradiction")
        if file:
            return new_picture(accept_upload(file), **words)
        if self.picture and not (clear and not self.required):
            return self._present_with(words)
        if self.required:
            raise self._error("required")
        if any(words.values()) and not clear:
            raise self._error("no_file")
        return None

    def _words(self, column: str, value: str | None) -> str:
        return str(forms.CharField(required=False, max_length=LONGEST[column]).clean(value))

    def _present_with(self, words: dict[str, str]) -> Picture:
        changed = copy.copy(self.picture)
        assert changed is not None  # noqa: S101  (clean has looked)
        for column, text in words.items():
            setattr(changed, column, text)
        return changed

    def _error(self, code: str) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code)


class ModelFormWithPictures(forms.ModelForm):
    """Saves the pictures of its PictureFields; publishes none without alternative text."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self._picture_fields().items():
            field.show(getattr(self.instance, name, None))
            self.initial[name] = field.picture

    def _picture_fields(self) -> dict[str, PictureField]:
        return {n: f for n, f in self.fields.items() if isinstance(f, PictureField)}

    def _get_validation_exclusions(self) -> set[str]:
        # A picture that is to be saved has no key yet, which the model would object to.
        return super()._get_validation_exclusions() | set(self._picture_fields())  # type: ignore[misc]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self._publication() in IN_PUBLIC:
            for name, field in self._picture_fields().items():
                picture = self.cleaned_data.get(name)
                if picture and not picture.is_described:
                    self.add_error(name, field._error("no_alt"))
        return cleaned

    def _publication(self) -> str:
        """That of the drama in this form, or of the drama that this row belongs to."""
        drama = self.cleaned_data.get("drama") or self.instance
        present = getattr(drama, "publication", "")
        return str(self.cleaned_data.get("publication", present))

    def save(self, commit: bool = True) -> Any:
        """Also without ``commit`` the pictures are saved, for the row needs their keys."""
        if not self.errors:
            for name in set(self._picture_fields()) & set(self.changed_data):
                if self.cleaned_data[name]:
                    keep(self.cleaned_data[name])
        return super().save(commit)

    def _save_m2m(self) -> None:
        super()._save_m2m()  # type: ignore[misc]
        for name, field in self._picture_fields().items():
            if field.picture and field.picture != self.cleaned_data[name]:
                let_go(field.picture.pk)
