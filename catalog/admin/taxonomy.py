"""Countries, networks, genres and tags."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.validators import RegexValidator
from django.http import HttpRequest
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.admin.counting import dramas_of
from catalog.admin.deletion import CountedDeletion
from catalog.admin.forms import NounForm
from catalog.models import Country, Genre, Network, Tag
from catalog.models.languages import country_name

# Territories of the standard tables that are no countries: unknown, test locales, unions.
NO_COUNTRIES = {"ZZ", "XA", "XB", "QO", "EU", "EZ", "UN"}


class LabelAdmin(CountedDeletion):
    form = NounForm
    list_display = ["name", "drama_count"]
    list_per_page = 100
    show_full_result_count = False
    search_fields = ["name"]
    ordering = ["name"]
    fields = ["name", "slug"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).annotate(drama_number=dramas_of(self.model))

    def view_on_site(self, label: Any) -> str:
        return label.get_absolute_url()

    # By the name of the relation, "dramas", the list would be sorted by them: a row for each.
    @admin.display(description=gettext_lazy("dramas"), ordering="drama_number")
    def drama_count(self, label: Any) -> int:
        return label.drama_number


@admin.register(Genre, Network, Tag)
class NamedLabelAdmin(LabelAdmin):
    pass


class CountryForm(NounForm):
    def clean_code(self) -> str:
        code = self.cleaned_data["code"].upper()
        RegexValidator(r"^[A-Z]{2}\Z", _("A code has two letters, such as JP."))(code)
        if code in NO_COUNTRIES or country_name(code) == code:
            raise forms.ValidationError(_("There is no country of this code."))
        return code

    def made_slug(self) -> str:
        return slugify(country_name(self.cleaned_data.get("code", "")))


@admin.register(Country)
class CountryAdmin(LabelAdmin):
    form = CountryForm
    list_display = ["name", "code", "drama_count"]
    search_fields = ["code", "slug"]
    ordering = ["slug"]
    fields = ["code", "slug"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        # The code is the key: another one would be another country.
        return ["code"] if obj else []

    @admin.display(description=gettext_lazy("name"), ordering="slug")
    def name(self, country: Country) -> str:
        return country.name
