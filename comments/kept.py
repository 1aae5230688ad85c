"""One entry of the table of personal data: comments/retention.py."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.expired import Expired

HEAD = ("| kept | what for | how | how long | then |", "|---|---|---|---|---|")


class Whose(models.TextChoices):
    REPLIES = "replies", _("Of those who reply")
    BROWSER = "browser", _("In your own browser")
    EDITORS = "editors", _("Of editors")
    SITE = "site", _("Of the site's own work")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """``fields`` of ``model`` ("app.Model"), and the words about them, which visitors read.

    ``how_long`` may say "%(days)d". Without ``expire`` time alone ends nothing. What is kept in
    browsers has no model.
    """

    whose: Whose
    what: Any
    purpose: Any
    form: Any
    how_long: Any
    at_the_end: Any
    model: str = ""
    fields: tuple[str, ...] = ()
    days: int = 0
    expire: Callable[[datetime.datetime], Expired] | None = None

    @property
    def duration(self) -> str:
        return str(self.how_long) % {"days": self.days}

    def expired(self) -> Expired | None:
        """What of it is past its time now."""
        if self.expire is None:
            return None
        return self.expire(timezone.now() - datetime.timedelta(days=self.days))


def in_markdown(entries: Iterable[Kept]) -> str:
    """As docs/privacy.md has it: a table for each of those whose data it is."""
    told = list(entries)
    return "\n\n".join(
        "\n".join([f"### {whose.label}\n", *HEAD, *(_row(k) for k in told if k.whose == whose)])
        for whose in Whose
    )


def _row(kept: Kept) -> str:
    words = (kept.what, kept.purpose, kept.form, kept.duration, kept.at_the_end)
    return f"| {' | '.join(map(str, words))} |"
