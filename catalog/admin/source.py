"""Ids and figures of other sites."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from catalog.admin.meanwhile import WatchfulForm
from catalog.models import ExternalId


class ExternalIdForm(WatchfulForm):
    """Says whose an id is already: the database would only refuse it."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        noun = "person" if "person" in self.fields else "drama"
        taken = (
            ExternalId.objects.filter(source=cleaned.get("source"), value=cleaned.get("value"))
            .filter(**{f"{noun}__isnull": False})
            .exclude(pk=self.instance.pk)
            .select_related(noun)
            .first()
        )
        if taken:
            owner = getattr(taken, noun)
            self.add_error("value", _("“%(owner)s” has this id already.") % {"owner": owner})
        return cleaned
