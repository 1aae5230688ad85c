"""Beside a field of a form: which source it is from, and whose word stands."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalog.admin.fields import PartialDateFormField
from catalog.claim_names import name_of, shortly
from catalog.kept_rows import KeptRow, kept_rows, release
from catalog.models import Drama, ExternalId, Role
from catalog.models.dates import PartialDate
from catalog.standing import OWN, Standing, settle, standings


class BesideSource(forms.Widget):
    """The widget of a field, with a line below it that tells of its source."""

    template_name = "admin/catalog/_source.html"

    def __init__(self, inner: forms.Widget, standing: Standing, choice: Any) -> None:
        super().__init__(inner.attrs)
        self.inner, self.standing, self.choice = inner, standing, choice

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__dict__["inner"], name)

    @property
    def media(self) -> forms.Media:
        return self.inner.media

    @property
    def needs_multipart_form(self) -> bool:  # type: ignore[override]
        return self.inner.needs_multipart_form

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return self.inner.value_from_datadict(data, files, name)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return self.inner.value_omitted_from_data(data, files, name)

    def id_for_label(self, id_: str) -> str:
        return self.inner.id_for_label(id_)

    def use_required_attribute(self, initial: Any) -> bool:
        return self.inner.use_required_attribute(initial)

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        standing = self.standing
        newest = standing.followed or max(standing.claims, key=standing.since)
        return render_to_string(
            self.template_name,
            {
                "widget": self.inner.render(name, value, attrs, renderer),
                "choice": self.choice,
                "source": standing.sources[newest].get_source_display(),
                "since": standing.since(newest),
                "is_locked": standing.followed is None,
                "said": shortly(standing.value(newest)),
            },
        )


class SourcedForm(forms.ModelForm):
    """``claimed`` are the names of claims, each with the field of the form that shows it."""

    claimed: dict[str, str] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices: dict[str, str] = {}
        self.standings: dict[str, Standing] = {}
        if self.instance.pk and self.claimed:
            shown = {name: field for name, field in self.claimed.items() if field in self.fields}
            ids = ids_of(self.instance)
            spoken_of = {name for row in ids for name in row.claims or {}} & shown.keys()
            present = {name: self.present(name) for name in shown if name in spoken_of}
            self.standings = standings(ids, present)

    def put_sources_beside(self) -> None:
        """Once the fields have their widgets."""
        if kept := getattr(self.instance, "kept_rows", None):
            self.fields["released_rows"] = KeptRowsField(kept)
        for name, standing in self.standings.items():
            field = self.fields[self.claimed[name]]
            label = _("Whose word stands: %(field)s") % {"field": field.label}
            choice = forms.ChoiceField(
                choices=list(_choices(standing)),
                initial=standing.choice,
                required=False,
                label=label,
                # What she saw, whatever somebody else has settled meanwhile.
                show_hidden_initial=True,
            )
            choice.widget.attrs["aria-label"] = label
            self.fields[f"source_of_{name}"] = choice
            field.widget = BesideSource(field.widget, standing, self[f"source_of_{name}"])

    def present(self, name: str) -> Any:
        """What a field says now; a list without an order as the set of its names."""
        value = getattr(self.instance, name)
        return {claim_word(each) for each in value.all()} if hasattr(value, "all") else value

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name, standing in self.standings.items():
            field = self.claimed[name]
            chosen = cleaned.get(f"source_of_{name}")
            if not chosen or f"source_of_{name}" not in self.changed_data:
                if field in self.changed_data and standing.followed is not None:
                    self.choices[name] = OWN
                continue
            self.choices[name] = chosen
            if chosen != OWN:
                cleaned[field] = self.taken(name, standing.value(int(chosen)))
                self.changed_data.append(field)
        return cleaned

    def taken(self, name: str, value: Any) -> Any:
        """What a source claims, as the form's field has it."""
        field: Any = self.fields[self.claimed[name]]
        if isinstance(field, forms.ModelMultipleChoiceField):
            folded = {each.casefold() for each in value}
            rows: Any = field.queryset
            return [row for row in rows.all() if claim_word(row).casefold() in folded]
        return PartialDate.parse(value) if isinstance(field, PartialDateFormField) else value


def ids_of(noun: Any) -> list[ExternalId]:
    """Its ids at other sources, read once for a page."""
    if not hasattr(noun, "ids_at_sources"):
        noun.ids_at_sources = list(noun.external_ids.all())
    return noun.ids_at_sources


def claim_word(label: Any) -> str:
    return getattr(label, "code", None) or label.name


def _choices(standing: Standing) -> Any:
    yield OWN, _("Lock it as it is here")
    for key in standing.claims:
        source = standing.sources[key].get_source_display()
        if key == standing.followed:
            yield str(key), _("Follow %(source)s") % {"source": source}
            continue
        said = shortly(standing.value(key)) or "–"
        values = {"source": source, "value": said}
        yield str(key), _("Take “%(value)s”, and follow %(source)s again") % values


class KeptRowsField(forms.MultipleChoiceField):
    """Rows that editors have removed or changed, to be given back to their source."""

    def __init__(self, kept: list[KeptRow]) -> None:
        super().__init__(
            label=_("Sources may write again"),
            help_text=_(
                "Rows that editors removed or changed. The next import writes what is chosen."
            ),
            choices=[(row.key, _words(row)) for row in kept],
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )


def _words(row: KeptRow) -> str:
    said = row.said[1:] if row.field == "links" else row.said
    if row.field == "credits":
        said = [row.who, dict(Role.choices).get(said[1], said[1]), said[2]]
    if isinstance(said, list):
        said = ", ".join(str(each) for each in said if each)
    values = {
        "field": capfirst(name_of(row.field)),
        "source": row.source.get_source_display(),
        "said": shortly(
            ", ".join(filter(None, map(str, said))) if isinstance(said, list) else said
        ),
    }
    return _("%(field)s, as %(source)s has it: %(said)s") % values


class Sourced(admin.ModelAdmin):
    """Keeps what a SourcedForm has settled."""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if not isinstance(obj, Drama):
            return fieldsets
        if not hasattr(obj, "kept_rows"):
            obj.kept_rows = kept_rows(obj, ids_of(obj))  # type: ignore[attr-defined]
        more = [(_("Sources"), {"fields": ["released_rows"]})]
        return [*fieldsets, *(more if obj.kept_rows else [])]  # type: ignore[attr-defined]

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        names = kwargs.get("fields") or flatten_fieldsets(self.get_fieldsets(request, obj))
        # The form adds it by itself.
        kwargs["fields"] = [name for name in names if name != "released_rows"]
        return super().get_form(request, obj, change, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if choices := getattr(form, "choices", None):
            ids = ExternalId.objects.filter(**{self.opts.model_name or "": form.instance})
            settle(ids, choices)
        if keys := form.cleaned_data.get("released_rows"):
            release(form.instance, ExternalId.objects.filter(drama=form.instance), keys)
