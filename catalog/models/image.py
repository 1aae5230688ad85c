"""Pictures: what was uploaded, what it shows, and where it stands in a gallery."""

from __future__ import annotations

import secrets
from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


def new_token() -> str:
    return secrets.token_hex(8)


def original_path(picture: Picture, filename: str) -> str:
    """Where an upload is kept: never under a name that a visitor chose."""
    return f"pictures/{picture.token}/original.{filename.rpartition('.')[2]}"


class Across(models.IntegerChoices):
    LEFT_EDGE = 0, _("the left edge")
    LEFT = 25, _("left of the middle")
    MIDDLE = 50, _("the middle")
    RIGHT = 75, _("right of the middle")
    RIGHT_EDGE = 100, _("the right edge")


class Down(models.IntegerChoices):
    TOP = 0, _("the top")
    UPPER = 25, _("above the middle")
    MIDDLE = 50, _("the middle")
    LOWER = 75, _("below the middle")
    BOTTOM = 100, _("the bottom")


class Picture(models.Model):
    """A checked, re-encoded upload. Width and height in pixels, colour as #rrggbb.

    ``focus_x`` and ``focus_y`` say in per cent what stays in sight where it is cropped.
    """

    token = models.CharField(max_length=16, unique=True, default=new_token, editable=False)
    original = models.FileField(_("file"), upload_to=original_path)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    colour = models.CharField(
        max_length=7, editable=False, validators=[RegexValidator(r"^#[0-9a-f]{6}$")]
    )
    alt = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What the picture shows, for those who cannot see it. Needed to publish it."),
    )
    credit = models.CharField(_("credit"), max_length=200, blank=True)

    focus_x = models.PositiveSmallIntegerField(
        _("focus, across"), choices=Across, default=Across.MIDDLE
    )
    focus_y = models.PositiveSmallIntegerField(
        _("focus, from top to bottom"), choices=Down, default=Down.MIDDLE
    )

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(width__gt=0, height__gt=0), name="picture_has_size"
            ),
        ]

    def __str__(self) -> str:
        return self.alt or self.token

    @property
    def focus(self) -> str:
        """The classes of static/css/cards.css that crop around it; "" for the middle."""
        across = f"focus-x-{self.focus_x}" if self.focus_x != Across.MIDDLE else ""
        down = f"focus-y-{self.focus_y}" if self.focus_y != Down.MIDDLE else ""
        return f"{across} {down}".strip()

    @property
    def is_described(self) -> bool:
        return bool(self.alt.strip())


class ImageKind(models.TextChoices):
    STILL = "still", _("still")
    POSTER = "poster", _("poster")
    BACKDROP = "backdrop", _("backdrop")
    BEHIND_THE_SCENES = "behind", _("behind the scenes")


class GalleryImageQuerySet(models.QuerySet["GalleryImage"]):
    def shown(self) -> GalleryImageQuerySet:
        """Those with alternative text: without it a picture is not published."""
        return self.exclude(picture__alt="").select_related("picture").order_by("order", "number")


class GalleryImage(models.Model):
    """``number`` is its address and never changes; ``order`` is its place."""

    drama = models.ForeignKey("catalog.Drama", models.CASCADE, related_name="gallery")
    picture = models.ForeignKey(Picture, models.PROTECT, related_name="gallery_images")
    kind = models.CharField(_("kind"), max_length=10, choices=ImageKind, default=ImageKind.STILL)
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    number = models.PositiveIntegerField(editable=False)
    order = models.PositiveIntegerField(_("order"), default=0)

    objects = GalleryImageQuerySet.as_manager()

    class Meta:
        verbose_name = _("gallery image")
        verbose_name_plural = _("gallery images")
        ordering = ["order", "number"]
        constraints = [
            models.UniqueConstraint(fields=["drama", "number"], name="gallery_number_once"),
        ]

    def __str__(self) -> str:
        return self.caption or str(self.picture)

    def save(self, **kwargs: Any) -> None:
        if self.number is None:
            last = type(self).objects.filter(drama=self.drama).aggregate(n=models.Max("number"))
            self.number = (last["n"] or 0) + 1
        super().save(**kwargs)

    def get_absolute_url(self) -> str:
        return reverse("gallery_image", args=[self.drama.slug, self.number])
