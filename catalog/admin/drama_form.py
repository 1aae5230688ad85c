"""The form of a drama."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.admin.fields import PartialDateFormField
from catalog.admin.forms import NounForm
from catalog.admin.labels import LABELS
from catalog.models import Publication
from catalog.models.dates import ISO_LENGTH, PartialDate


def ends_too_early(released: PartialDate | None, ended: PartialDate | None) -> bool:
    """Compares as much of the two as is known of both."""
    if not released or not ended:
        return False
    known = min(ISO_LENGTH[released.precision], ISO_LENGTH[ended.precision])
    return ended.isoformat()[:known] < released.isoformat()[:known]


class DramaForm(NounForm):
    slug_source = "title"
    partial_dates = ("released", "ended")

    released = PartialDateFormField(label=gettext_lazy("release date"), required=False)
    ended = PartialDateFormField(label=gettext_lazy("end date"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            return
        for name in LABELS:
            if name in self.fields:
                self.fields[name].widget.widget.know(getattr(self.instance, name).all())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if ends_too_early(cleaned.get("released"), cleaned.get("ended")):
            self.add_error("ended", _("The end is before the release."))
        scheduled = cleaned.get("publication") == Publication.SCHEDULED
        if scheduled and "publish_at" in cleaned and not cleaned["publish_at"]:
            self.add_error("publish_at", _("When is it to be published? Enter a day and a time."))
        return cleaned

    def longer_slugs(self, base: str) -> list[str]:
        released = self.cleaned_data.get("released")
        return [f"{base}-{released.year}"] if released else []
