"""Seasons with their episodes, and an episode alone."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from catalog.admin.counting import number_of
from catalog.admin.deletion import CountedDeletion
from catalog.admin.inlines import PagedInline
from catalog.admin.meanwhile import WatchfulForm
from catalog.admin.rechecking import Rechecking
from catalog.admin.revised import Revised
from catalog.admin.watchful import Watchful
from catalog.forms import ModelFormWithPictures, PictureField
from catalog.models import Episode, Season


class WithinADrama(Revised, Watchful, CountedDeletion):
    """Reached from its drama, so that it needs no place of its own on the first page."""

    def get_model_perms(self, request: HttpRequest) -> dict[str, bool]:
        return {}


class EpisodeInline(PagedInline):
    model = Episode
    fields = ["number", "title", "native_title", "air_date", "runtime", "more"]
    ordering = ["number"]
    readonly_fields = ["more"]

    @admin.display(description=_("more"))
    def more(self, episode: Episode) -> str:
        if not episode.pk:
            return ""
        address = reverse("admin:catalog_episode_change", args=[episode.pk])
        return format_html('<a href="{}">{}</a>', address, _("Summary and still"))


@admin.register(Season)
class SeasonAdmin(Rechecking, WithinADrama):
    form = WatchfulForm
    list_display = ["drama", "__str__", "number", "episodes"]
    list_display_links = ["__str__"]
    list_select_related = ["drama"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["drama__title", "drama__native_title", "title"]
    ordering = ["drama__title", "drama", "number"]
    autocomplete_fields = ["drama"]
    fields = ["drama", ("number", "title")]
    inlines = [EpisodeInline]
    save_on_top = True

    def get_queryset(self, request: HttpRequest) -> Any:
        number = number_of(Episode.objects.all(), "season")
        return super().get_queryset(request).select_related("drama").annotate(episode_number=number)

    def drama_of(self, season: Season) -> int:
        return season.drama_id

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["drama"] if obj else []

    @admin.display(description=_("episodes"), ordering="episode_number")
    def episodes(self, season: Any) -> int:
        return season.episode_number


class EpisodeForm(WatchfulForm, ModelFormWithPictures):
    still = PictureField(label=_("Still"))


@admin.register(Episode)
class EpisodeAdmin(WithinADrama):
    """Its summary and its still, which the rows of a season have no room for."""

    list_display = ["drama", "season", "number", "title", "air_date"]
    list_display_links = ["number", "title"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["season__drama__title", "title", "native_title"]
    ordering = ["-pk"]
    form = EpisodeForm
    autocomplete_fields = ["season"]
    fields = [
        "season",
        "number",
        ("title", "native_title"),
        ("air_date", "runtime"),
        "summary",
        "still",
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("season__drama", "still")

    def drama_of(self, episode: Episode) -> int:
        return episode.season.drama_id

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["season"] if obj else []

    @admin.display(description=_("drama"), ordering="season__drama__title")
    def drama(self, episode: Episode) -> str:
        return str(episode.season.drama)
