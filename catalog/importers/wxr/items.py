"""The items of an export, and before them its terms and authors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import unquote

from catalog.importers.wxr.parts import Author, Item, Site, Term
from catalog.importers.wxr.reading import CHANNEL, ITEM, Reading, last_part, number_of, read

LONGEST_CONTENT = 1_000_000  # characters
LONGEST_FIELD = 5_000
MOST_TERMS = 500  # of one item
META = [*ITEM, "wp:postmeta"]
OF_ITEM = {
    "title": "title",
    "link": "link",
    "guid": "guid",
    "dc:creator": "creator",
    "content:encoded": "content",
    "excerpt:encoded": "excerpt",
    "wp:post_id": "number",
    "wp:post_date": "date",
    "wp:post_date_gmt": "date_gmt",
    "wp:post_name": "slug",
    "wp:status": "status",
    "wp:post_parent": "parent",
    "wp:post_type": "kind",
    "wp:post_password": "password",
    "wp:attachment_url": "file_url",
}
# What is read of a post's own fields.
META_KEYS = {"_thumbnail_id", "_wp_attached_file", "_wp_attachment_image_alt"}
OLD_SLUG = "_wp_old_slug"
TERMS = {"wp:category": "category", "wp:tag": "post_tag", "wp:term": ""}
OF_TERM = {
    "wp:term_id": "number",
    "wp:category_nicename": "slug",
    "wp:cat_name": "name",
    "wp:category_parent": "parent",
    "wp:tag_slug": "slug",
    "wp:tag_name": "name",
    "wp:term_taxonomy": "taxonomy",
    "wp:term_slug": "slug",
    "wp:term_name": "name",
    "wp:term_parent": "parent",
}
OF_AUTHOR = {"wp:author_id": "number", "wp:author_login": "login"}

type Part = Site | Term | Author | Item


def read_items(file: BinaryIO) -> Iterator[Part]:
    """Raises UnreadableFileError, naming the line, for what is no whole WordPress export."""
    return read(file, _Items())


class _Items(Reading):
    def __init__(self) -> None:
        super().__init__()
        self._item: Item | None = None
        self._said: dict[str, str] = {}
        self._terms: dict[tuple[str, str], Term] = {}
        self._is_site_told = False

    def opened(self) -> None:
        if self.path == ITEM:
            self._item = Item(self.line)
            self._tell_site()
        elif self.path == META or (self.path[:-1] == CHANNEL and self._is_of_channel()):
            self._said = {}

    def _is_of_channel(self) -> bool:
        return self.path[-1] in TERMS or self.path[-1] == "wp:author"

    def longest(self) -> int:
        above, name = self.path[:-1], self.path[-1]
        if above == ITEM and name in OF_ITEM:
            return LONGEST_CONTENT if name.endswith(":encoded") else LONGEST_FIELD
        is_kept = (above == ITEM and name == "category") or (
            above == META and name in ("wp:meta_key", "wp:meta_value")
        )
        of_channel = above[:-1] == CHANNEL and (
            (above[-1] in TERMS and name in OF_TERM)
            or (above[-1] == "wp:author" and name in OF_AUTHOR)
        )
        return LONGEST_FIELD if is_kept or of_channel else 0

    def keep(self, name: str, text: str, *, is_cut: bool) -> None:
        item = self._item
        if self.path[:-1] == ITEM and item is not None:
            if name == "category":
                self._keep_term(item, text)
            else:
                self._keep_field(item, name, text, is_cut=is_cut)
        elif self.path[:-1] == META:
            self._said[name] = text
        else:
            field = (OF_AUTHOR if self.path[2] == "wp:author" else OF_TERM)[name]
            self._said.setdefault(field, text.strip())

    def _keep_field(self, item: Item, name: str, text: str, *, is_cut: bool) -> None:
        field = OF_ITEM[name]
        if is_cut:
            item.too_long = field
            return
        is_text = field in ("content", "excerpt")
        value: Any = text if is_text else text.strip()
        setattr(item, field, number_of(value) if field in ("number", "parent") else value)

    def _keep_term(self, item: Item, name: str) -> None:
        taxonomy, slug = self.attributes.get("domain", ""), self.attributes.get("nicename", "")
        taxonomy = {"tag": "post_tag", "": "category"}.get(taxonomy, taxonomy)
        slug = unquote(slug) or name.strip()
        if not slug or len(item.terms) >= MOST_TERMS:
            return
        if (taxonomy, slug) not in item.terms:
            item.terms.append((taxonomy, slug))
        self._tell_term(Term(taxonomy, slug, name.strip()))

    def closed(self) -> None:
        if self.path == ITEM and self._item is not None:
            self._finish(self._item)
        elif self.path == META and self._item is not None:
            self._keep_meta(self._item)
        elif self.path == [*CHANNEL, "wp:author"]:
            said = self._said
            self.ready.append(Author(said.get("login", ""), number_of(said.get("number", ""))))
        elif self.path[:-1] == CHANNEL and self.path[-1] in TERMS:
            self._finish_term(TERMS[self.path[-1]])

    def _keep_meta(self, item: Item) -> None:
        key, value = (self._said.get(f"wp:meta_{name}", "").strip() for name in ("key", "value"))
        if key == OLD_SLUG and value and len(item.old_slugs) < MOST_TERMS:
            item.old_slugs.append(unquote(value))
        elif key in META_KEYS:
            item.meta.setdefault(key, value)

    def _finish_term(self, taxonomy: str) -> None:
        said = self._said
        taxonomy = said.get("taxonomy") or taxonomy
        slug = unquote(said.get("slug", ""))
        number = number_of(said.get("number", ""))
        if slug and taxonomy:
            parent = unquote(said.get("parent", ""))
            self._tell_term(Term(taxonomy, slug, said.get("name", ""), parent, number))

    def _tell_term(self, term: Term) -> None:
        known = self._terms.get((term.taxonomy, term.slug))
        if known is None or (term.number and not known.number):
            self._terms[term.taxonomy, term.slug] = term
            self.ready.append(term)

    def _tell_site(self) -> None:
        if not self._is_site_told:
            self._is_site_told = True
            self.ready.append(Site(self.source))

    def _finish(self, item: Item) -> None:
        self._item = None
        item.slug = unquote(item.slug) or last_part(item.link)
        self.ready.append(item)
