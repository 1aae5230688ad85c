"""Plain pages: their list and their form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.admin.forms import NounForm
from catalog.admin.inlines import LightInline
from catalog.admin.meanwhile import WatchfulForm
from catalog.admin.watchful import Watchful
from catalog.forms import ModelFormWithPictures, PictureField
from catalog.images import sources_of
from catalog.models import Markup, Page, PagePicture, Publication
from dramasite import articles


class PageForm(NounForm):
    slug_source = "title"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("publication") == Publication.SCHEDULED and not cleaned.get("publish_at"):
            self.add_error("publish_at", _("When is it to be published? Enter a day and a time."))
        is_html = cleaned.get("markup") == Markup.HTML
        render = articles.from_html if is_html else articles.from_markdown
        if articles.hides_pictures(render(cleaned.get("body", ""))):
            said = _(
                "Pictures of other sites are not shown: upload them below, and use their line."
            )
            self.add_error("body", said)
        return cleaned


class PagePictureForm(WatchfulForm, ModelFormWithPictures):
    picture = PictureField(label=gettext_lazy("Picture"), required=True)


class PagePictureInline(LightInline):
    model = PagePicture
    form = PagePictureForm
    fields = ["picture", "line"]
    readonly_fields = ["line"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("picture", "page")

    @admin.display(description=gettext_lazy("for the text"))
    def line(self, shown: PagePicture) -> str:
        if not shown.pk:
            return _("Save first, then put its line into the text.")
        address, alt = sources_of(shown.picture, "full")[-1].url, shown.picture.alt
        if shown.page.markup == Markup.HTML:
            return format_html('<code>&lt;img src="{}" alt="{}"&gt;</code>', address, alt)
        return format_html("<code>![{}]({})</code>", alt, address)


@admin.register(Page)
class PageAdmin(Watchful):
    form = PageForm
    list_display = ["title", "is_dated", "visibility", "publish_at", "changed_at"]
    list_filter = ["publication", "is_dated"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["title", "body"]
    ordering = ["-changed_at", "-pk"]
    inlines = [PagePictureInline]
    fieldsets = [
        (None, {"fields": ["title", "slug", "body", "markup", "summary"]}),
        (
            gettext_lazy("Publication"),
            {"fields": ["publication", ("publish_at", "unpublish_at"), "is_dated"]},
        ),
    ]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "body":
            kwargs["widget"] = forms.Textarea({"rows": 24, "cols": 90, "class": "vLargeTextField"})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def view_on_site(self, page: Page) -> str | None:
        is_out = Page.objects.published().filter(pk=page.pk).exists()
        return page.get_absolute_url() if is_out else None

    @admin.display(description=gettext_lazy("publication"), ordering="publication")
    def visibility(self, page: Page) -> SafeString:
        said = page.get_publication_display()
        return format_html('<span class="state state-{}">{}</span>', page.publication, said)
