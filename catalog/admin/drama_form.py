"""The form of a drama."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.admin.fields import KnownAutocomplete, PartialDateFormField
from catalog.admin.forms import NounForm
from catalog.admin.labels import LABELS, TAGS, set_tags
from catalog.forms import PictureField
from catalog.importers.load.dramas import FIELDS
from catalog.models import Drama, Publication, Tag
from catalog.models.dates import ends_too_early


def ends_before(until: datetime.datetime | None, since: datetime.datetime | None) -> bool:
    return bool(until and since and until <= since)


def _tags_field(label: Any) -> forms.ModelMultipleChoiceField:
    tags: Any = Drama._meta.get_field("tags")
    widget = RelatedFieldWidgetWrapper(
        KnownAutocomplete(tags, admin.site), tags.remote_field, admin.site, can_add_related=True
    )
    return forms.ModelMultipleChoiceField(
        Tag.objects.all(), label=label, required=False, widget=widget
    )


class DramaForm(NounForm):
    slug_source = "title"
    partial_dates = ("released", "ended")
    claimed = {name: name for name in (*FIELDS, *LABELS)} | {"tags": "plain_tags"}

    released = PartialDateFormField(label=gettext_lazy("Release date"), required=False)
    ended = PartialDateFormField(label=gettext_lazy("End date"), required=False)

    plain_tags = _tags_field(gettext_lazy("Tags"))
    spoiler_tags = _tags_field(gettext_lazy("Tags that give the story away"))
    poster = PictureField(label=gettext_lazy("Poster"))
    backdrop = PictureField(label=gettext_lazy("Backdrop"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            return
        for name in TAGS:
            self.initial[name] = getattr(self.instance, name)
        for name in {*LABELS, *TAGS} & set(self.fields):
            self.fields[name].widget.widget.know(self.initial[name])

    def present(self, name: str) -> Any:
        if name != "tags":
            return super().present(name)
        return {tag.name for each in TAGS for tag in getattr(self.instance, each)}

    def taken(self, name: str, value: Any) -> Any:
        rows = super().taken(name, value)
        if name != "tags":
            return rows
        # What gives the story away is said by editors, and by them alone.
        spoilers = set(self.cleaned_data.get("spoiler_tags", ()))
        return [tag for tag in rows if tag not in spoilers]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if ends_too_early(cleaned.get("released"), cleaned.get("ended")):
            self.add_error("ended", _("The end is before the release."))
        scheduled = cleaned.get("publication") == Publication.SCHEDULED
        if scheduled and "publish_at" in cleaned and not cleaned["publish_at"]:
            self.add_error("publish_at", _("When is it to be published? Enter a day and a time."))
        if not scheduled and self._ends_before_it_is_seen(cleaned):
            self.add_error("unpublish_at", _("This is past already."))
        if scheduled and ends_before(cleaned.get("unpublish_at"), cleaned.get("publish_at")):
            self.add_error("unpublish_at", _("The end is before the publication."))
        return cleaned

    def _ends_before_it_is_seen(self, cleaned: dict[str, Any]) -> bool:
        """What ended in its time may be edited as before."""
        is_new = bool({"publication", "unpublish_at"} & set(self.changed_data))
        is_published = cleaned.get("publication") == Publication.PUBLISHED
        return is_new and is_published and ends_before(cleaned.get("unpublish_at"), timezone.now())

    def _save_m2m(self) -> None:
        super()._save_m2m()
        if set(TAGS) & set(self.changed_data):
            set_tags(self.instance, *(self.cleaned_data[name] for name in TAGS))

    def longer_slugs(self, base: str) -> list[str]:
        released = self.cleaned_data.get("released")
        return [f"{base}-{released.year}"] if released else []
