"""The mails themselves: what one recipient reads, in plain text and in HTML.

A confirmation holds nothing that its asker typed, so nobody can use it to send words to a
stranger. The others quote what is published, without what gives a story away.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import formataddr, parseaddr
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.text import Truncator
from django.utils.translation import get_language_bidi, gettext, ngettext, override

from comments.models import Notice, Recipient, Reply, Topic
from comments.notification import links
from comments.notification.headers import Letter
from comments.notification.isolation import isolated, one_line
from comments.own import manage_address
from comments.quotation import quotation

WIDTH = 72
MOST_ANCESTORS = 20  # as many as a client needs to find the place; a header has an end


def letter_of(notices: list[Notice]) -> Letter:
    """One mail about these, which are of one recipient; several only when they come daily.

    Raises UnreadableAddressError.
    """
    first = notices[0]
    with override(settings.LANGUAGE_CODE):
        if first.topic == Topic.CONFIRMATION:
            return _confirmation(first)
        return _daily(notices) if first.is_daily else _told(first)


@dataclass(frozen=True, slots=True)
class Told:
    """One reply as a mail tells of it: ``words`` is "" when nothing of it may be quoted."""

    reply: Reply
    words: str
    address: str

    @property
    def text_name(self) -> str:
        return isolated(self.reply.name)

    @property
    def text_title(self) -> str:
        return isolated(self.reply.drama.title)

    @property
    def quoted(self) -> str:
        """For the plain text."""
        mark = "> "
        lines = textwrap.wrap(isolated(self.words), WIDTH - len(mark))
        return "\n".join(mark + line for line in lines)


def _confirmation(notice: Notice) -> Letter:
    recipient, subscription, drama = notice.recipient, notice.subscription, notice.reply.drama
    context: dict[str, Any] = {
        "title": drama.title,
        "text_title": isolated(drama.title),
        "drama_address": links.whole(drama.get_absolute_url(), recipient),
        "own_address": links.whole(manage_address(notice.reply), recipient),
        "refuse_address": links.whole(links.REFUSE.path(recipient.pk), recipient),
    }
    name, subject = "own_link", gettext("Your reply to %(title)s")
    if subscription is not None:
        name, subject = "confirmation", gettext("Please confirm: mail about %(title)s")
        context |= {
            "is_answers": subscription.reply_id is not None,
            "confirm_address": links.whole(links.CONFIRM.path(subscription.pk), recipient),
            "stop_address": links.whole(links.STOP.path(subscription.pk), recipient),
        }
    message_id = f"confirmation-{notice.pk}"
    subject %= {"title": isolated(drama.title)}
    return _letter(recipient, name, subject, context, message_id)


def _told(notice: Notice) -> Letter:
    recipient, reply, subscription = notice.recipient, notice.reply, notice.subscription
    assert subscription is not None  # noqa: S101  (a constraint says so)
    is_answer = subscription.reply_id is not None
    subject = gettext("%(name)s answered you: %(title)s")
    if not is_answer:
        subject = gettext("%(name)s on %(title)s")
    told = _of(reply, recipient)
    said = {"name": told.text_name, "title": told.text_title}
    stop = links.whole(links.STOP.path(subscription.pk), recipient)
    context = {"told": told, "is_answer": is_answer, "stop_address": stop}
    letter = _letter(recipient, "reply", subject % said, context, _place(reply.pk, recipient))
    above = [_message_id(place, recipient) for place in _above(reply, recipient)]
    letter.extra_headers |= {"In-Reply-To": above[-1], "References": " ".join(above)}
    letter.extra_headers["List-Id"] = f"<drama-{reply.drama_id}.{links.host(recipient)}>"
    return letter


def _daily(notices: list[Notice]) -> Letter:
    recipient = notices[0].recipient
    told = [_of(notice.reply, recipient) for notice in notices]
    titles = ", ".join(dict.fromkeys(each.reply.drama.title for each in told))
    said = {"number": len(told), "titles": isolated(Truncator(titles).chars(WIDTH))}
    subject = ngettext(
        "%(number)s new reply: %(titles)s", "%(number)s new replies: %(titles)s", len(told)
    )
    stop = links.whole(links.STOP_DAILY.path(recipient.pk), recipient)
    context = {"all_told": told, "stop_address": stop}
    return _letter(recipient, "daily", subject % said, context, f"daily-{notices[0].pk}")


def _of(reply: Reply, recipient: Recipient) -> Told:
    return Told(reply, quotation(reply), links.whole(reply.get_absolute_url(), recipient))


def _letter(
    recipient: Recipient, name: str, subject: str, context: dict[str, Any], message_id: str
) -> Letter:
    context |= {
        "site_name": settings.SITE_NAME,
        "site_address": links.whole("/", recipient),
        "overview_address": links.whole(links.OVERVIEW.path(recipient.pk), recipient),
        "language": settings.LANGUAGE_CODE,
        "is_rtl": get_language_bidi(),
        "subject": one_line(subject),
    }
    text = render_to_string(f"comments/mail/{name}.txt", context)
    letter = Letter(one_line(subject), text, sender(), [recipient.address])
    letter.attach_alternative(render_to_string(f"comments/mail/{name}.html", context), "text/html")
    letter.extra_headers = {
        "Message-ID": _message_id(message_id, recipient),
        "Auto-Submitted": "auto-generated",
        "Precedence": "bulk",
        "Content-Language": settings.LANGUAGE_CODE,
    }
    if "stop_address" in context:
        letter.extra_headers |= {
            "List-Unsubscribe": f"<{context['stop_address']}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",  # RFC 8058
        }
    return letter


def sender() -> str:
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return formataddr((name or settings.SITE_NAME, address))


def _message_id(place: str, recipient: Recipient) -> str:
    """The same for the same mail, however often it is tried: clients then show it once."""
    return f"<{place}@{links.host(recipient)}>"


def _place(reply: int, recipient: Recipient) -> str:
    return f"reply-{reply}.{recipient.pk}"


def _above(reply: Reply, recipient: Recipient) -> Iterator[str]:
    """The ids of what it answers, outermost first: the drama stands above all."""
    yield f"drama-{reply.drama_id}.{recipient.pk}"
    ancestors: list[int] = []
    parent = reply.parent_id
    while parent is not None and len(ancestors) < MOST_ANCESTORS:
        ancestors.append(parent)
        parent = Reply.objects.values_list("parent", flat=True).get(pk=parent)
    yield from (_place(pk, recipient) for pk in reversed(ancestors))
