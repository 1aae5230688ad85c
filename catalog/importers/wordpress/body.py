"""The content of a post as the HTML of a plain page."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from html.parser import HTMLParser

from catalog.images import sources_of
from catalog.importers.wordpress.blocks import COMMENT, PICTURE_CLASS
from catalog.models import Picture
from dramasite import articles

# Of a picture's number (0 when the class does not say) and address: what it has become here.
type Find = Callable[[int, str], Picture | None]

# No pattern looks past where the next such thing begins: that would take the square of the time.
CAPTION = re.compile(r"\[caption[^\[\]]*\]((?:(?!\[caption).)*?)\[/caption\]", re.DOTALL)
CAPTIONED = re.compile(r"(\s*(?:<a\s[^>]*>)?\s*<img[^>]*>\s*(?:</a>)?)(.*)", re.DOTALL)
GALLERY = re.compile(r"\[gallery([^\[\]]*)\]")
IDS = re.compile(r"\bids=[\"'”″]?([\d,\s]+)")
EMBED = re.compile(r"\[(embed|audio|video|playlist)([^\[\]]*)\](?:([^\[]*)\[/\1\])?")
ADDRESS = re.compile(r"https?://[^\s\"'<>\]”″]+")
ELEMENT = re.compile(r"<(img|iframe|embed|video|audio|source)\b[^<>]*>", re.IGNORECASE)
BARE = re.compile(r"(?m)^\s*(https?://[^\s<>\"]+)\s*$")
BLOCK = re.compile(
    r"\s*</?(?:address|article|aside|blockquote|dd|details|div|dl|dt|fieldset|figcaption|figure"
    r"|footer|form|h[1-6]|header|hr|iframe|li|ol|p|pre|section|summary|table|tbody|td|tfoot|th"
    r"|thead|tr|ul|script|style)\b",
    re.IGNORECASE,
)
PRE = re.compile(r"(<(pre|script|style)\b(?:(?!<\2\b).)*?</\2>)", re.DOTALL | re.IGNORECASE)
EMPTY_LINE = re.compile(r"\n[ \t]*\n\s*")


def body_of(content: str, find: Find, host: str) -> str:
    """Safe HTML. Pictures that are here are shown, of others the address stays as a link."""
    is_classic = "<!-- wp:" not in content
    text = COMMENT.sub("", content.replace("\r\n", "\n").replace("\r", "\n"))
    text = CAPTION.sub(_figure, text)
    text = GALLERY.sub(_gallery, text)
    text = EMBED.sub(_embedded, text)
    text = BARE.sub(lambda found: _link(found[1]), text)
    if is_classic:
        text = paragraphs(text)
    text = ELEMENT.sub(lambda found: _element(found[0], find), text)
    return articles.from_html(_own_links(text, host)).strip()


def paragraphs(text: str) -> str:
    """As WordPress's wpautop does: empty lines part paragraphs, line ends are breaks."""
    parts = PRE.split(text)
    # Three parts a match: what is before it, the match, and the name of its tag.
    return "".join(
        part if place % 3 == 1 else _paragraphs(part)
        for place, part in enumerate(parts)
        if place % 3 != 2
    )


def _paragraphs(text: str) -> str:
    found = []
    for chunk in EMPTY_LINE.split(text.strip("\n")):
        if not chunk.strip():
            continue
        if BLOCK.match(chunk):
            found.append(chunk)
        else:
            found.append("<p>" + chunk.strip().replace("\n", "<br>\n") + "</p>")
    return "\n".join(found)


def _figure(found: re.Match[str]) -> str:
    parted = CAPTIONED.match(found[1])
    if not parted:
        return found[1]
    return f"\n\n<figure>{parted[1]}<figcaption>{parted[2].strip()}</figcaption></figure>\n\n"


def _gallery(found: re.Match[str]) -> str:
    ids = IDS.search(found[1])
    numbers = re.findall(r"\d{1,18}", ids[1])[:500] if ids else []
    pictures = (f'<figure><img class="wp-image-{number}"></figure>' for number in numbers)
    return "\n\n" + "\n\n".join(pictures) + "\n\n"


def _embedded(found: re.Match[str]) -> str:
    address = ADDRESS.search(found[3] or found[2] or "")
    return f"\n\n<p>{_link(address[0])}</p>\n\n" if address else ""


def _link(address: str) -> str:
    address = html.escape(html.unescape(address))
    return f'<a href="{address}">{address}</a>'


class _Attributes(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.said = {name: value or "" for name, value in attrs}


def _element(tag: str, find: Find) -> str:
    reader = _Attributes()
    reader.feed(tag)
    said = reader.said
    address = said.get("src", "")
    if tag[1:4].lower() != "img":
        return _link(address) if address.startswith(("http://", "https://")) else ""
    number = PICTURE_CLASS.search(said.get("class", ""))
    picture = find(int(number[1]) if number else 0, address)
    alt = said.get("alt", "")
    if picture is None:
        return _missing(address, alt)
    file = sources_of(picture, "full")[-1]
    words = html.escape(alt or picture.alt)
    size = f'width="{file.width}" height="{file.height}"'
    return f'<img src="{file.url}" alt="{words}" {size}>'


def _missing(address: str, alt: str) -> str:
    if not address.startswith(("http://", "https://", "/")):
        return html.escape(alt)
    name = alt or address.split("?")[0].rpartition("/")[2] or address
    return f'<a href="{html.escape(address)}">{html.escape(name)}</a>'


def _own_links(text: str, host: str) -> str:
    """Links to the former site are paths of this one, where they lead on."""
    if not host:
        return text
    own = re.compile(
        rf"(\shref=[\"'])https?://(?:www\.)?{re.escape(host)}(?=[/\"'])", re.IGNORECASE
    )
    return own.sub(r"\1", text)
