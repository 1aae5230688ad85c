"""What the editors' forms of the catalogue have in common."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.admin.fields import ChosenLink
from catalog.admin.meanwhile import WatchfulForm
from catalog.admin.sources import SourcedForm
from catalog.forms import ModelFormWithPictures
from catalog.slugs import free_slug, slug_of


class NounForm(WatchfulForm, SourcedForm, ModelFormWithPictures):
    """A noun with an address: an empty slug is made of ``slug_source``.

    ``partial_dates`` are properties of the model for which the form declares
    a PartialDateFormField.
    """

    slug_source = "name"
    partial_dates: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.partial_dates:
            self.initial.setdefault(name, getattr(self.instance, name))
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _("The last part of the address. Made when empty.")
        self.put_sources_beside()

    def clean(self) -> dict[str, Any]:
        super().clean()
        for name in self.partial_dates:
            setattr(self.instance, name, self.cleaned_data.get(name))
        if self.cleaned_data.get("slug") == "":
            self.cleaned_data["slug"] = self.made_slug()
        return self.cleaned_data

    def made_slug(self) -> str:
        name = self.cleaned_data.get(self.slug_source, "")
        base = slug_of(name, fallback=str(self._meta.model._meta.model_name))
        others = self._meta.model.objects.exclude(pk=self.instance.pk)
        return free_slug(others, base, *self.longer_slugs(base))

    def longer_slugs(self, base: str) -> list[str]:
        """What to try before a number is put behind a taken slug."""
        return []


class FixedChoiceForm(WatchfulForm):
    """A row whose ``fixed`` choice is made once: a long list of selects would be slow."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk or self.fixed not in self.fields:
            return
        chosen = getattr(self.instance, self.fixed)
        address = reverse(f"admin:catalog_{chosen._meta.model_name}_change", args=[chosen.pk])
        self.fields[self.fixed].disabled = True
        self.fields[self.fixed].widget = ChosenLink(self.label_of(chosen), address)

    def label_of(self, chosen: Any) -> str:
        return str(chosen)
