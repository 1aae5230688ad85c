"""Text as other sites give it, made clean: entities, odd spaces, invisible characters."""

from __future__ import annotations

import html
import re
import unicodedata

# Only with the semicolon: "Romance&parade" is no paragraph sign.
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# Controls, soft hyphens, zero-width spaces, byte order marks, and the overrides that can
# turn the rest of a page around. Joiners and direction marks stay: some scripts need them.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
EDGES = " \u200e\u200f\u200c\u200d"
LINE_END = re.compile(r"\r\n?|\u2028|\u2029|\x85|<br\s*/?>", re.IGNORECASE)
CREDIT = re.compile(
    r"""\s*[(\[]+ \s*Sources?\s*[:：]\s*
    (?P<source>(?:[^()\n]|\([^()\n]*\))+?)
    [)\]]+ [\s.-]* (?=~~|\*\*|\Z)""",
    re.IGNORECASE | re.VERBOSE,
)
LONGEST_CREDIT = 200


def one_line(raw: str) -> str:
    """Every run of white space as one space, nothing invisible."""
    return " ".join(_visible(raw).split()).strip(EDGES)


def paragraphs(raw: str) -> str:
    """Lines trimmed, at most one empty line between two of them."""
    lines = [one_line(line) for line in LINE_END.sub("\n", _visible(raw)).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _visible(raw: str) -> str:
    unescaped = ENTITY.sub(lambda found: html.unescape(found[0]), raw)
    return unicodedata.normalize("NFC", INVISIBLE.sub("", LINE_END.sub("\n", unescaped)))


def without_credit(synopsis: str) -> tuple[str, str]:
    """The synopsis and whom it is from: "(Source: …)" at its end or before a "~~" note."""
    found = CREDIT.search(synopsis)
    if not found:
        return synopsis, ""
    source = found["source"].strip(" .;,")
    if not source or len(source) > LONGEST_CREDIT:
        return synopsis, ""
    rest = synopsis[found.end() :].strip()
    return "\n\n".join(part for part in (synopsis[: found.start()].strip(), rest) if part), source
