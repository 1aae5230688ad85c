"""A WordPress comment as our record: what it says stays, who sent it from where is left behind."""

from __future__ import annotations

import datetime
import html
import json
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.importers.texts import one_line
from comments.exporters.as_wxr import content_of
from comments.importers.markdown import markdown_of
from comments.importers.own import record_from
from comments.importers.records import Entry, RefusedReply, ReplyRecord, Source
from comments.importers.wxr import OUR_META, read_wxr
from comments.models import State
from comments.models.reply import NAME_LENGTH, WEBSITE_LENGTH
from comments.visible import gives_away, has_email_address, is_blank

LONGEST_ADDRESS = 254
STATES = {
    "1": State.PUBLISHED,
    "approved": State.PUBLISHED,
    "approve": State.PUBLISHED,
    "0": State.HELD,
    "hold": State.HELD,
    "unapproved": State.HELD,
    "spam": State.SPAM,
    "trash": State.REMOVED,
    "post-trashed": State.REMOVED,
}
KINDS = {"", "comment", "review"}
_is_web_address = URLValidator(schemes=["http", "https"])


def record_of(entry: Entry) -> ReplyRecord:
    """Raises RefusedReply for what is no comment that people can read."""
    said = entry.said
    if (kind := said.get("kind", "").strip()) not in KINDS:
        raise RefusedReply(_("it is no comment, but of the kind “%s”") % kind[:40])
    if field := said.get("too_long"):
        raise RefusedReply(_("%s is too long for any comment") % field)
    return _our_own(entry) or _foreign(said, is_private=entry.post.is_private)


def _our_own(entry: Entry) -> ReplyRecord | None:
    """Written by this software, and not changed at WordPress since."""
    told = entry.said.get(f"{OUR_META}reply")
    if not told:
        return None
    try:
        record = record_from({**json.loads(told), "email": _email(entry.said)})
    except (ValueError, TypeError, RefusedReply):
        return None
    is_same = entry.said.get("content", "").strip() == content_of(record.body)
    return record if is_same and _state(entry.said) == record.state else None


def _foreign(said: dict[str, Any], *, is_private: bool) -> ReplyRecord:
    body, email = markdown_of(said.get("content", "")), _email(said)
    if is_blank(body):
        raise RefusedReply(_("it has no text"))
    state = _state(said)
    # Nobody's address is published here, not even by its owner, nor what was said in private:
    # an editor has to look.
    if (is_private or gives_away(body, email)) and state == State.PUBLISHED:
        state = State.HELD
    return ReplyRecord(
        name=_name(said),
        body=body,
        state=state,
        created_at=_moment(said),
        email=email,
        website=_website(said, email),
    )


def _state(said: dict[str, Any]) -> State:
    approved = said.get("approved", "").strip()
    if approved not in STATES:
        raise RefusedReply(_("“%s” is no state of a comment") % approved[:40])
    return STATES[approved]


def _name(said: dict[str, Any]) -> str:
    """Of somebody who gave an email address as a name, the part that leads to no one."""
    name = one_line(html.unescape(said.get("name", "")))
    if has_email_address(name):
        name = name.partition("@")[0]
    name = name if len(name) <= NAME_LENGTH else f"{name[: NAME_LENGTH - 1].rstrip()}…"
    return _("Anonymous") if is_blank(name) else name


def _email(said: dict[str, Any]) -> str:
    email = said.get("email", "").strip()
    try:
        validate_email(email)
    except ValidationError:
        return ""
    return email if len(email) <= LONGEST_ADDRESS else ""


def _website(said: dict[str, Any], email: str) -> str:
    website = html.unescape(said.get("website", "")).strip()
    if website and "://" not in website:
        website = f"https://{website}"
    try:
        _is_web_address(website)
    except ValidationError:
        return ""
    return "" if len(website) > WEBSITE_LENGTH or gives_away(website, email) else website


def _moment(said: dict[str, Any]) -> datetime.datetime:
    """In UTC; the blog's own clock where WordPress has noted nothing else."""
    for text in (said.get("date_gmt", "").strip(), said.get("date", "").strip()):
        try:
            moment = datetime.datetime.strptime(text, "%Y-%m-%d %H:%M:%S")
        except ValueError:
            continue
        moment = moment.replace(tzinfo=datetime.UTC)
        if moment > timezone.now() + datetime.timedelta(days=1):
            raise RefusedReply(_("it is from the future: %s") % text)
        return moment
    raise RefusedReply(_("it has no date"))


WORDPRESS = Source(read_wxr, record_of)
