"""People."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from catalog.admin.counting import number_of
from catalog.admin.deletion import CountedDeletion
from catalog.admin.fields import PartialDateFormField
from catalog.admin.forms import FixedChoiceForm, NounForm
from catalog.admin.inlines import ExternalIdInline, FixedChoiceInline, LightInline, PagedInline
from catalog.admin.merging import Merging
from catalog.admin.previews import preview
from catalog.admin.rechecking import Rechecking
from catalog.admin.sources import Sourced
from catalog.admin.watchful import Watchful
from catalog.forms import PictureField
from catalog.models import Credit, Person, PersonName


class PersonForm(NounForm):
    partial_dates = ("born",)
    claimed = {
        name: name for name in ("name", "native_name", "native_language", "born", "biography")
    }

    born = PartialDateFormField(label=_("Birthday"), required=False)
    portrait = PictureField(label=_("Portrait"))


class OtherNameInline(LightInline):
    model = PersonName


class CreditForm(FixedChoiceForm):
    fixed = "drama"


class CreditInline(PagedInline, FixedChoiceInline):
    """What they did, newest first."""

    model = Credit
    form = CreditForm
    fields = ["drama", "role", "character"]
    autocomplete_fields = ["drama"]

    def get_queryset(self, request: HttpRequest) -> Any:
        # The person too: a row says whose credit it is.
        credits = super().get_queryset(request).select_related("drama", "person")
        return credits.order_by("-drama__released_on", "pk")


@admin.register(Person)
class PersonAdmin(Rechecking, Watchful, Merging, Sourced, CountedDeletion):
    form = PersonForm
    list_display = ["portrait_preview", "names", "born_year", "credits"]
    list_display_links = ["portrait_preview", "names"]
    list_filter = [
        ("portrait", admin.EmptyFieldListFilter),
        ("biography", admin.EmptyFieldListFilter),
    ]
    actions = ["merge_two"]
    list_per_page = 50
    show_full_result_count = False
    ordering = ["name", "pk"]
    search_fields = ["name", "native_name", "other_names__name"]
    search_help_text = _("Name, native name or another name")
    readonly_fields = ["former_addresses"]
    save_on_top = True
    inlines = [OtherNameInline, CreditInline, ExternalIdInline]
    fieldsets = [
        (
            _("Name and address"),
            {
                "fields": [
                    "name",
                    ("native_name", "native_language"),
                    "slug",
                    "former_addresses",
                ]
            },
        ),
        (_("Life"), {"fields": ["born", "biography"]}),
        (_("Portrait"), {"fields": ["portrait"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        number = number_of(Credit.objects.all(), "person")
        people = super().get_queryset(request).annotate(credit_number=number)
        return people.select_related("portrait")

    def view_on_site(self, person: Person) -> str:
        return person.get_absolute_url()

    def choice_label(self, person: Person) -> str:
        """With what tells apart two people of one name."""
        born = f" · {person.born.year}" if person.born else ""
        return f"{person.name} {person.native_name}".strip() + born

    @admin.display(description=_("name"), ordering="name")
    def names(self, person: Person) -> SafeString:
        return format_html(
            '{} <span class="native" lang="{}"><bdi>{}</bdi></span>',
            person.name,
            person.native_language,
            person.native_name,
        )

    @admin.display(description=_("born"), ordering="born_on")
    def born_year(self, person: Person) -> str:
        return str(person.born.year) if person.born else ""

    @admin.display(description=_("credits"), ordering="credit_number")
    def credits(self, person: Any) -> int:
        return person.credit_number

    @admin.display(description=_("portrait"))
    def portrait_preview(self, person: Person) -> str:
        return preview(person.portrait)

    @admin.display(description=_("former addresses"))
    def former_addresses(self, person: Person) -> str:
        return ", ".join(former.slug for former in person.former_slugs.all()) if person.pk else ""
