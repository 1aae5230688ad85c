"""``{% head %}…{% endhead %}``: what a page says of itself, once more for those who share it.

Title, description and address are written once, by the page; Open Graph (https://ogp.me)
and Twitter's cards repeat them.
"""

from __future__ import annotations

import re

from django import template
from django.utils.translation import get_language, to_locale

register = template.Library()

TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')


@register.tag
def head(parser: template.base.Parser, token: template.base.Token) -> HeadNode:
    nodelist = parser.parse(("endhead",))
    parser.delete_first_token()
    return HeadNode(nodelist)


class HeadNode(template.Node):
    child_nodelists = ("nodelist",)

    def __init__(self, nodelist: template.NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> str:
        html = self.nodelist.render(context)
        return html + open_graph(html, str(context.get("site_name", "")))


def open_graph(head: str, site_name: str) -> str:
    """Of a head; nothing of one without an address to share. ``site_name`` is not yet escaped."""
    address = CANONICAL.search(head)
    if not address:
        return ""
    name = template.base.render_value_in_context(site_name, template.Context())
    title = _found(TITLE, head).removesuffix(f" – {name}")
    said = {
        "og:site_name": name,
        "og:title": title,
        "og:description": _found(DESCRIPTION, head),
        "og:url": address[1],
        "og:locale": to_locale(get_language() or "en"),
    }
    lines = [f'property="{key}" content="{value}"' for key, value in said.items() if value]
    lines += [
        f'name="twitter:{key}" content="{said[f"og:{key}"]}"' for key in ("title", "description")
    ]
    return "".join(f"<meta {line}>\n  " for line in lines)


def _found(pattern: re.Pattern[str], head: str) -> str:
    match = pattern.search(head)
    # A title may hold quotation marks; an attribute may not.
    return " ".join(match[1].split()).replace('"', "&quot;") if match else ""
