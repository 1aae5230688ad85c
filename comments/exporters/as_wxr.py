"""WXR 1.2, as WordPress's importer reads it: dramas are posts, replies their comments.

What WordPress has no place for stands in a hidden meta field of each comment, from which
comments/importers/wordpress.py restores the reply, if WordPress has not changed it.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from email.utils import format_datetime

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.html import escape

from catalog.models import Drama
from comments.exporters.replies import address_of, in_lots, said, site
from comments.models import Reply, State
from dramasite import markup
from dramasite.absolute import on_the_site

META = "_dramasite_reply"
APPROVED = {
    State.PUBLISHED: "1",
    State.HELD: "0",
    State.SPAM: "spam",
    State.REMOVED: "trash",
}
# All that XML 1.0 has no way to write.
IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"
\txmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
\txmlns:content="http://purl.org/rss/1.0/modules/content/"
\txmlns:wfw="http://wellformedweb.org/CommentAPI/"
\txmlns:dc="http://purl.org/dc/elements/1.1/"
\txmlns:wp="http://wordpress.org/export/1.2/">
<channel>
"""
AUTHOR = "dramasite"
EMPTY_ITEM = {
    "wp:comment_status": "open",
    "wp:ping_status": "closed",
    "wp:post_parent": "0",
    "wp:menu_order": "0",
    "wp:post_type": "post",
    "wp:post_password": "",
    "wp:is_sticky": "0",
}


def as_wxr(*, with_addresses: bool = False) -> Iterator[str]:
    yield HEAD + "".join(_channel())
    for drama, is_shown in _dramas():
        yield "<item>\n" + "".join(_post(drama, is_shown=is_shown))
        for reply in in_lots(Reply.objects.filter(drama=drama)):
            yield "".join(_comment(reply, with_addresses=with_addresses))
        yield "</item>\n"
    yield "</channel>\n</rss>\n"


def content_of(body: str) -> str:
    """Nothing folds at WordPress: what gives the story away keeps its bars there."""
    return _possible(markup.render(body.replace("||", r"\|\|"))).strip()


def _dramas() -> Iterator[tuple[Drama, bool]]:
    """Those with replies, by number, and whether visitors may read them."""
    replies = Reply.objects.filter(drama=OuterRef("pk"))
    rows = Drama.objects.filter(Exists(replies)).order_by("pk")
    last = 0
    while lot := list(rows.filter(pk__gt=last)[:100]):
        shown = Drama.objects.published().filter(pk__in=[drama.pk for drama in lot])
        numbers = set(shown.values_list("pk", flat=True))
        yield from ((drama, drama.pk in numbers) for drama in lot)
        last = lot[-1].pk


def _channel() -> Iterator[str]:
    yield _element("title", settings.SITE_NAME)
    yield _element("link", site())
    yield _element("description", "")
    yield _element("pubDate", format_datetime(timezone.now()))
    yield _element("language", settings.LANGUAGE_CODE)
    yield _element("wp:wxr_version", "1.2")
    yield _element("wp:base_site_url", site())
    yield _element("wp:base_blog_url", site())
    yield f"<wp:author>{_element('wp:author_id', '1')}{_element('wp:author_login', AUTHOR)}"
    yield f"{_element('wp:author_email', '')}{_cdata('wp:author_display_name', AUTHOR)}"
    yield "</wp:author>\n"


def _post(drama: Drama, *, is_shown: bool) -> Iterator[str]:
    address = on_the_site(drama.get_absolute_url())
    made = drama.publish_at or drama.changed_at or timezone.now()
    yield _cdata("title", drama.title)
    yield _element("link", address)
    yield _element("pubDate", format_datetime(made.astimezone(datetime.UTC)))
    yield _cdata("dc:creator", AUTHOR)
    yield f'<guid isPermaLink="false">{escape(address)}</guid>\n'
    yield _element("description", "")
    yield _cdata("content:encoded", drama.summary or drama.synopsis)
    yield _cdata("excerpt:encoded", "")
    yield _element("wp:post_id", str(drama.pk))
    yield from _dates("wp:post_date", made)
    yield _cdata("wp:post_name", drama.slug)
    yield _element("wp:status", "publish" if is_shown else "draft")
    yield from (_element(name, text) for name, text in EMPTY_ITEM.items())


def _comment(reply: Reply, *, with_addresses: bool) -> Iterator[str]:
    yield "<wp:comment>\n"
    yield _element("wp:comment_id", str(reply.pk))
    yield _cdata("wp:comment_author", reply.name)
    yield _cdata("wp:comment_author_email", address_of(reply) if with_addresses else "")
    yield _cdata("wp:comment_author_url", reply.website)
    yield _element("wp:comment_author_IP", "")
    yield from _dates("wp:comment_date", reply.created_at)
    yield _cdata("wp:comment_content", content_of(reply.body))
    yield _element("wp:comment_approved", APPROVED[State(reply.state)])
    yield _element("wp:comment_type", "comment")
    yield _element("wp:comment_parent", str(reply.parent_id or 0))
    yield _element("wp:comment_user_id", "0")
    # In ASCII: no character of it is one that XML cannot write.
    told = json.dumps(said(reply, with_addresses=False))
    yield f"<wp:commentmeta>{_element('wp:meta_key', META)}{_cdata('wp:meta_value', told)}"
    yield "</wp:commentmeta>\n</wp:comment>\n"


def _dates(name: str, moment: datetime.datetime) -> Iterator[str]:
    form = "%Y-%m-%d %H:%M:%S"
    yield _element(name, timezone.localtime(moment).strftime(form))
    yield _element(f"{name}_gmt", moment.astimezone(datetime.UTC).strftime(form))


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(_possible(text))}</{name}>\n"


def _cdata(name: str, text: str) -> str:
    inside = _possible(text).replace("]]>", "]]]]><![CDATA[>")
    return f"<{name}><![CDATA[{inside}]]></{name}>\n"


def _possible(text: str) -> str:
    return IMPOSSIBLE.sub("", text)
