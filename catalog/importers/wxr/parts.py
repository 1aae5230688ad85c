"""What an export holds: whose it is, its terms and authors, and its items."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Site:
    """``address`` is the blog's own, without a slash at its end."""

    address: str


@dataclass(frozen=True, slots=True)
class Term:
    """``taxonomy`` is "category", "post_tag" or another site's own; ``parent`` is a slug."""

    taxonomy: str
    slug: str
    name: str = ""
    parent: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Author:
    login: str
    number: int = 0


@dataclass(slots=True)
class Item:
    """A post of any type. Texts are as WordPress has them; ``date_gmt`` may be all zeros.

    ``meta`` holds only what is read later; ``old_slugs`` are former last parts of its address.
    """

    line: int
    number: int = 0
    kind: str = ""
    status: str = ""
    parent: int = 0
    slug: str = ""
    title: str = ""
    link: str = ""
    guid: str = ""
    creator: str = ""
    content: str = ""
    excerpt: str = ""
    date: str = ""
    date_gmt: str = ""
    password: str = ""
    file_url: str = ""
    terms: list[tuple[str, str]] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    old_slugs: list[str] = field(default_factory=list)
    too_long: str = ""
