"""Plain pages: what an editor writes beside the catalogue, such as news or an imprint."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from catalog.models.addresses import Addressed
from catalog.models.image import Picture
from catalog.models.publication import (
    Publication,
    published_since,
    scheduled_for_a_time,
    until,
    visible,
)
from catalog.models.redirect import Redirect
from catalog.models.synopsis import opening
from dramasite import articles


class Markup(models.TextChoices):
    MARKDOWN = "markdown", "Markdown"
    HTML = "html", "HTML"


class PageQuerySet(models.QuerySet["Page"]):
    def published(self) -> PageQuerySet:
        return self.filter(visible())

    def articles(self) -> PageQuerySet:
        """What is read for its date, the newest first."""
        return self.filter(is_dated=True).order_by("-publish_at", "-pk")

    def lasting(self) -> PageQuerySet:
        return self.filter(is_dated=False).order_by("title", "pk")


class Page(Addressed):
    """``publish_at`` is when visitors may read it; of what is published, since when they do."""

    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(max_length=140, unique=True)
    summary = models.TextField(
        _("summary"), blank=True, help_text=_("When empty, the opening of the text is shown.")
    )
    body = models.TextField(_("text"), blank=True)
    markup = models.CharField(
        _("written in"), max_length=8, choices=Markup, default=Markup.MARKDOWN
    )
    is_dated = models.BooleanField(
        _("dated"),
        default=False,
        help_text=_("News and articles are shown with their day; an imprint is not."),
    )
    publication = models.CharField(
        _("publication"), max_length=10, choices=Publication, default=Publication.DRAFT
    )
    publish_at = models.DateTimeField(_("publish at"), null=True, blank=True)
    unpublish_at = until()
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        indexes = [models.Index(fields=["is_dated", "-publish_at", "-id"], name="newest_pages")]
        constraints = [scheduled_for_a_time("page_scheduled_for_a_time")]

    def __str__(self) -> str:
        return self.title

    def save(self, **kwargs: Any) -> None:
        self.publish_at = published_since(self)
        super().save(**kwargs)

    def get_absolute_url(self) -> str:
        return reverse("page", args=[self.slug])

    @property
    def html(self) -> SafeString:
        render = articles.from_html if self.markup == Markup.HTML else articles.from_markdown
        return mark_safe(render(self.body))

    @property
    def lead(self) -> str:
        return self.summary or opening(articles.text_of(strip_tags(self.html)))

    def _keep_former_slug(self) -> None:
        Redirect.objects.let_go(reverse("page", args=[self.slug]))
        if self._loaded_slug:
            Redirect.objects.lead(reverse("page", args=[self._loaded_slug]), page=self)


class PagePicture(models.Model):
    """A picture in the text of a page, which is kept as long as the page is."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="pictures")
    picture = models.ForeignKey(Picture, models.PROTECT, related_name="page_pictures")

    class Meta:
        verbose_name = _("picture of the text")
        verbose_name_plural = _("pictures of the text")
        constraints = [
            models.UniqueConstraint(fields=["page", "picture"], name="picture_once_a_page")
        ]

    def __str__(self) -> str:
        return str(self.picture)
