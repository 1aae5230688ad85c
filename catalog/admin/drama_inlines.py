"""What stands below a drama's form: its titles, seasons, credits, pictures and figures."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Case, Count, IntegerField, Value, When
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from catalog.admin.forms import FixedChoiceForm
from catalog.admin.inlines import FixedChoiceInline, LightInline, PagedInline
from catalog.admin.meanwhile import WatchfulForm
from catalog.forms import ModelFormWithPictures, PictureField
from catalog.models import (
    AlternativeTitle,
    Credit,
    GalleryImage,
    Link,
    ListingFigures,
    Relation,
    Role,
    Season,
)

# Cast first, then crew: the order in which the roles are declared.
ROLE_RANK = Case(
    *(When(role=role, then=Value(rank)) for rank, role in enumerate(Role)),
    output_field=IntegerField(),
)


class AlternativeTitleInline(LightInline):
    model = AlternativeTitle


class SeasonForm(WatchfulForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A new row with nothing but the default would count as not filled in.
        if not self.instance.pk and "number" in self.fields:
            self.fields["number"].initial = None


class SeasonInline(LightInline):
    """Episodes are edited on the season's own page."""

    model = Season
    form = SeasonForm
    fields = ["number", "title", "episodes"]
    readonly_fields = ["episodes"]

    def get_queryset(self, request: HttpRequest) -> Any:
        seasons = super().get_queryset(request)
        return seasons.annotate(episode_number=Count("episodes")).order_by("number")

    @admin.display(description=gettext_lazy("episodes"))
    def episodes(self, season: Season) -> str:
        if not season.pk:
            return _("Save first, then add episodes.")
        number = season.episode_number  # type: ignore[attr-defined]
        return format_html(
            '<a href="{}">{}</a>',
            reverse("admin:catalog_season_change", args=[season.pk]),
            ngettext("%(n)d episode", "%(n)d episodes", number) % {"n": number},
        )


class CreditForm(FixedChoiceForm):
    fixed = "person"

    def label_of(self, chosen: Any) -> str:
        return f"{chosen.name} {chosen.native_name}".strip()


class CreditInline(PagedInline, FixedChoiceInline):
    model = Credit
    form = CreditForm
    fields = ["person", "role", "character", "order"]
    autocomplete_fields = ["person"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).order_by(ROLE_RANK, "order", "pk")


class GalleryForm(WatchfulForm, ModelFormWithPictures):
    picture = PictureField(label=gettext_lazy("Picture"), required=True)


class GalleryInline(LightInline):
    model = GalleryImage
    form = GalleryForm
    fields = ["picture", "kind", "caption", "order"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("picture")


class LinkInline(LightInline):
    model = Link
    fields = ["kind", "label", "url"]


class RelationForm(FixedChoiceForm):
    fixed = "other"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("other") and cleaned["other"] == cleaned.get("drama"):
            self.add_error("other", _("A drama cannot be related to itself."))
        return cleaned


class RelationInline(FixedChoiceInline):
    model = Relation
    form = RelationForm
    fk_name = "drama"
    fields = ["kind", "other"]
    autocomplete_fields = ["other"]


class FiguresInline(LightInline):
    model = ListingFigures
    fields = ["source", "rating", "votes", "rank", "popularity", "watchers", "as_of"]
