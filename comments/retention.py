"""The one table of personal data: what is kept, what for, in which form, and how long.

The privacy page is written from it, `manage.py apply_retention` forgets by it, and a system
check (comments/checks.py) knows from it that no field was overlooked.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments import expired
from comments.expired import Expired


class Whose(models.TextChoices):
    REPLIES = "replies", _("Of those who reply")
    EDITORS = "editors", _("Of editors")
    SITE = "site", _("Of the site's own work")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """``fields`` of ``model`` ("app.Model"), and the words about them, which visitors read.

    ``how_long`` may say "%(days)d". Without ``expire`` time alone ends nothing.
    """

    whose: Whose
    model: str
    fields: tuple[str, ...]
    what: Any
    purpose: Any
    form: Any
    how_long: Any
    at_the_end: Any
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


PERSONAL: tuple[Kept, ...] = (
    Kept(
        whose=Whose.REPLIES,
        model="comments.Reply",
        fields=("name", "website", "body", "body_html", "created_at", "edited_at", "verified_at"),
        what=_("name, website and text of a reply, and when it was written"),
        purpose=_("they are what is published"),
        form=_("in clear"),
        how_long=_("until the author or an editor erases it"),
        at_the_end=_("deleted; where others answered, an empty place stays"),
    ),
    Kept(
        whose=Whose.REPLIES,
        model="comments.Revision",
        fields=("name", "website", "body", "replaced_at"),
        what=_("what a reply said before its author corrected it"),
        purpose=_("editors see what was changed"),
        form=_("in clear"),
        how_long=_("%(days)d days"),
        at_the_end=_("deleted"),
        days=90,
        expire=expired.revisions,
    ),
    Kept(
        whose=Whose.REPLIES,
        model="comments.Reply",
        fields=("email_sealed", "email_key"),
        what=_("email address of a reply"),
        purpose=_("to find what one person wrote, and to write to that person alone"),
        form=_("encrypted, and beside it a hash under a key of its own; in no page and no log"),
        how_long=_("%(days)d days, or as long as mail is asked for"),
        at_the_end=_("both are emptied"),
        days=90,
        expire=expired.addresses_of_replies,
    ),
    Kept(
        whose=Whose.REPLIES,
        model="comments.Reply",
        fields=("fingerprint",),
        what=_("fingerprint of a reply"),
        purpose=_("takes the same words once"),
        form=_("a hash under the key"),
        how_long=_("as long as the reply"),
        at_the_end=_("goes with it"),
    ),
    Kept(
        whose=Whose.REPLIES,
        model="comments.Reply",
        fields=("network_key",),
        what=_("network of a reply (a /24 or /48, never the whole address)"),
        purpose=_("finds what else came from there when spam is fought"),
        form=_("a hash under the key"),
        how_long=_("%(days)d days"),
        at_the_end=_("emptied"),
        days=30,
        expire=expired.networks_of_replies,
    ),
    Kept(
        whose=Whose.REPLIES,
        model="comments.Reply",
        fields=("browser_key",),
        what=_("browser of a reply"),
        purpose=_("lets known browsers publish without waiting, and nobody in their name"),
        form=_(
            "a random number in a signed cookie, set when a reply is posted; "
            "beside the reply a hash of it under the key"
        ),
        how_long=_("%(days)d days"),
        at_the_end=_("emptied; the cookie ends by itself"),
        days=365,
        expire=expired.browsers_of_replies,
    ),
    Kept(
        whose=Whose.REPLIES,
        model="comments.Reply",
        fields=("points", "reasons"),
        what=_("how a reply was judged"),
        purpose=_("tells the editor why it was held"),
        form=_("points, and reasons in words"),
        how_long=_("as long as the reply"),
        at_the_end=_("goes with it"),
    ),
    Kept(
        whose=Whose.REPLIES,
        model="comments.Trace",
        fields=("number",),
        what=_("traces of a reply"),
        purpose=_("find what says nearly the same, in the fight against spam"),
        form=_("up to eight hashes of six of its letters each"),
        how_long=_("as long as the reply"),
        at_the_end=_("go with it"),
    ),
    Kept(
        whose=Whose.REPLIES,
        model="comments.Pace",
        fields=("network_key", "slot", "count"),
        what=_("how often a network posted"),
        purpose=_("limits how fast replies and requests come"),
        form=_("a number beside a hash under the key that changes every hour"),
        how_long=_("as long as it counts, at most %(days)d day"),
        at_the_end=_("deleted"),
        days=1,
        expire=expired.paces,
    ),
    Kept(
        whose=Whose.EDITORS,
        model="auth.User",
        fields=(
            *("username", "first_name", "last_name", "email", "password"),
            *("last_login", "date_joined"),
        ),
        what=_("account of an editor"),
        purpose=_("lets editors in"),
        form=_("in clear; of the password a hash that takes time to guess (Argon2)"),
        how_long=_("as long as the account"),
        at_the_end=_("deleted with it"),
    ),
    Kept(
        whose=Whose.EDITORS,
        model="comments.Reply",
        fields=("editor",),
        what=_("account that replied as an editor"),
        purpose=_("marks the reply as an editor's"),
        form=_("a reference"),
        how_long=_("as long as the account"),
        at_the_end=_("emptied"),
    ),
    Kept(
        whose=Whose.EDITORS,
        model="comments.Decision",
        fields=("by", "by_name", "made_at", "note"),
        what=_("who decided what on a reply"),
        purpose=_("every decision can be understood and taken back"),
        form=_("the name of the account and a note"),
        how_long=_("as long as the reply"),
        at_the_end=_("goes with it"),
    ),
    Kept(
        whose=Whose.EDITORS,
        model="sessions.Session",
        fields=("session_key", "session_data", "expire_date"),
        what=_("session of an editor"),
        purpose=_("keeps an editor logged in"),
        form=_("a random number in a cookie; beside it the number of the account"),
        how_long=_("until it expires, after 12 hours"),
        at_the_end=_("deleted"),
        expire=expired.sessions,
    ),
    Kept(
        whose=Whose.EDITORS,
        model="admin.LogEntry",
        fields=("user", "object_repr", "change_message", "action_time"),
        what=_("what an editor changed"),
        purpose=_("shows editors who decided what"),
        form=_("in clear, without a word of any visitor's"),
        how_long=_("%(days)d days"),
        at_the_end=_("deleted"),
        days=365,
        expire=expired.notes_of_editors,
    ),
    Kept(
        whose=Whose.SITE,
        model="django_tasks_database.DBTaskResult",
        fields=("args_kwargs", "return_value", "exception_class_path", "traceback"),
        what=_("what the site does in the background"),
        purpose=_("nothing is lost when the machine stops, and failures are understood"),
        form=_("numbers of rows; an address only encrypted"),
        how_long=_("%(days)d days after it is done"),
        at_the_end=_("deleted"),
        days=7,
        expire=expired.tasks,
    ),
)

# Of every other model the fields that say nothing of a person, or say it only by the row's
# other fields, with which they go.
NOT_PERSONAL: dict[str, tuple[str, ...]] = {
    "comments.Conversation": ("drama", "closed_at"),
    "comments.Decision": ("reply", "before", "before_at", "after"),
    "comments.SpamRules": ("hold_from", "spam_from", "hold_newcomers"),
    "comments.Revision": ("reply",),
    "comments.Trace": ("reply",),
    "comments.Reply": (
        *("drama", "parent", "state", "first_shown_at", "decided_at", "about_episode"),
        "withdrawn_at",
    ),
    "auth.User": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions"),
    "auth.Group": ("name", "permissions"),
    "auth.Permission": ("name", "content_type", "codename"),
    "contenttypes.ContentType": ("app_label", "model"),
    "admin.LogEntry": ("content_type", "object_id", "action_flag"),
    "django_tasks_database.DBTaskResult": (
        *("id", "status", "enqueued_at", "started_at", "finished_at", "priority", "task_path"),
        *("worker_ids", "queue_name", "backend_name", "run_after"),
    ),
    "dramasite.ScheduledJob": ("name", "last_due_at"),
}

# Facts about works and those who made them, which are public; nothing of visitors. The check
# still refuses a field there that leads to an account or holds an address.
WITHOUT_VISITORS = frozenset({"catalog"})
