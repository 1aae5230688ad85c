"""Dramas: their list and their form."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.forms import ModelMultipleChoiceField
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from catalog.admin import drama_inlines as inlines
from catalog.admin.bulk import ManyAtOnce
from catalog.admin.deletion import CountedDeletion
from catalog.admin.drama_form import DramaForm
from catalog.admin.fields import KnownAutocomplete
from catalog.admin.gallery import GalleryPage
from catalog.admin.inlines import ExternalIdInline
from catalog.admin.labels import LABELS, load_labels
from catalog.admin.merging import Merging
from catalog.admin.previewing import Previewing
from catalog.admin.previews import preview
from catalog.admin.publishing import Publishing
from catalog.admin.rechecking import Rechecking
from catalog.admin.sources import Sourced
from catalog.admin.tmdb import AddingFromTmdb
from catalog.admin.watchful import Watchful
from catalog.models import Drama, Publication


class VisibilityFilter(admin.SimpleListFilter):
    """What waits, and what visitors read now."""

    title = _("publication")
    parameter_name = "publication"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("draft", _("Drafts")),
            ("scheduled", _("Scheduled, not out yet")),
            ("visible", _("Visible to visitors")),
            ("over", _("Shown until a time that is past")),
        ]

    def queryset(self, request: HttpRequest, dramas: Any) -> Any:
        if self.value() == "draft":
            return dramas.filter(publication=Publication.DRAFT)
        if self.value() == "scheduled":
            return dramas.scheduled_after(timezone.now())
        if self.value() == "visible":
            return dramas.published()
        if self.value() == "over":
            return dramas.over()
        return dramas


@admin.register(Drama)
class DramaAdmin(
    Rechecking,
    GalleryPage,
    Watchful,
    ManyAtOnce,
    Merging,
    Publishing,
    Previewing,
    AddingFromTmdb,
    Sourced,
    CountedDeletion,
):
    form = DramaForm
    actions = ["publish", "unpublish", "change_many", "withdraw_previews", "merge_two"]
    list_display = ["thumbnail", "titles", "year", "kind", "status", "visibility", "changed_at"]
    list_display_links = ["thumbnail", "titles"]
    list_filter = [
        VisibilityFilter,
        "kind",
        "status",
        ("poster", admin.EmptyFieldListFilter),
        "countries",
        "genres",
    ]
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    ordering = ["-changed_at", "-pk"]
    search_fields = ["title", "native_title", "alternative_titles__title"]
    search_help_text = _("Title, native title or another title")
    autocomplete_fields = LABELS
    readonly_fields = ["former_addresses", "preview_link", "created_at"]
    save_on_top = True
    inlines = [
        inlines.AlternativeTitleInline,
        inlines.SeasonInline,
        inlines.CreditInline,
        inlines.GalleryInline,
        inlines.LinkInline,
        inlines.RelationInline,
        inlines.FiguresInline,
        ExternalIdInline,
    ]
    fieldsets = [
        (
            _("Title and address"),
            {
                "fields": [
                    "title",
                    ("native_title", "original_language"),
                    "slug",
                    "former_addresses",
                ]
            },
        ),
        (
            _("Facts"),
            {
                "fields": [
                    ("kind", "status"),
                    ("released", "ended"),
                    ("season_count", "episode_count", "runtime"),
                    "countries",
                    "networks",
                    "genres",
                    "plain_tags",
                    "spoiler_tags",
                    "content_rating",
                ]
            },
        ),
        (_("Story"), {"fields": ["synopsis", "synopsis_source", "summary", "about"]}),
        (_("Pictures"), {"fields": ["poster", "backdrop"]}),
        (
            _("Publication"),
            {
                "fields": [
                    "publication",
                    ("publish_at", "unpublish_at"),
                    "preview_link",
                    "created_at",
                ]
            },
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        visible = Drama.objects.published().filter(pk=OuterRef("pk"))
        dramas = super().get_queryset(request).annotate(visible=Exists(visible))
        return dramas.select_related("poster", "backdrop")

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        drama = super().get_object(request, object_id, from_field)
        if drama:
            load_labels(drama)
        return drama

    def formfield_for_manytomany(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> ModelMultipleChoiceField | None:
        kwargs["widget"] = KnownAutocomplete(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def view_on_site(self, drama: Drama) -> str | None:
        return drama.get_absolute_url() if getattr(drama, "visible", False) else None

    @admin.display(description=_("poster"))
    def thumbnail(self, drama: Drama) -> str:
        return preview(drama.poster) or format_html('<span class="preview-none">{}</span>', "–")

    @admin.display(description=_("title"), ordering="title")
    def titles(self, drama: Drama) -> SafeString:
        return format_html(
            '{} <span class="native" lang="{}"><bdi>{}</bdi></span>',
            drama.title,
            drama.original_language,
            drama.native_title,
        )

    @admin.display(description=_("year"), ordering="released_on")
    def year(self, drama: Drama) -> str:
        return str(drama.released.year) if drama.released else ""

    @admin.display(description=_("publication"), ordering="publication")
    def visibility(self, drama: Drama) -> SafeString:
        if drama.is_over:
            return format_html('<span class="state state-removed">{}</span>', _("over"))
        return format_html(
            '<span class="state state-{}">{}</span>',
            drama.publication,
            drama.get_publication_display(),
        )

    @admin.display(description=_("former addresses"))
    def former_addresses(self, drama: Drama) -> str:
        return ", ".join(former.slug for former in drama.former_slugs.all()) if drama.pk else ""
