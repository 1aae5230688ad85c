"""The addresses that a WordPress site answered, as they stand in the table of redirects. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from catalog.importers.wxr import Author, Item, Term
from catalog.models.redirect import LONGEST, spelled

QUERIES = {"page": ("page_id", "p"), "attachment": ("attachment_id", "p")}
FEEDS = ("feed", "feed/rss2", "feed/rss", "feed/atom", "feed/rdf")
FEED_QUERIES = ("rss2", "rss", "atom", "rdf")
BASES = {"category": "category", "post_tag": "tag"}


class OldSite:
    """``base`` is the path below which it stood, without a slash at its end."""

    def __init__(self, address: str) -> None:
        parts = _split(address)
        self.host = parts[0]
        self.base = parts[1].rstrip("/")

    def path_of(self, address: str) -> str:
        """Empty for what is of another site, and for its front page without a query."""
        host, path, query = _split(address)
        if host != self.host or not self.host:
            return ""
        old = spelled(path, query)
        return old if old != spelled(self.base or "/") and len(old) <= LONGEST else ""

    def asked(self, name: str, value: object) -> str:
        return spelled(f"{self.base}/", f"{name}={value}")

    def of_item(self, item: Item) -> Iterator[str]:
        """Its link, its number, and what these were before."""
        addresses = [item.link, item.guid if item.kind != "attachment" else ""]
        link = item.link.rstrip("/")
        if item.old_slugs and "?" not in link:
            above = link.rpartition("/")[0]
            addresses += [f"{above}/{slug}/" for slug in item.old_slugs]
        asked = (self.asked(name, item.number) for name in QUERIES.get(item.kind, ("p",)))
        return _kept([*map(self.path_of, addresses), *asked])

    def of_file(self, item: Item) -> Iterator[str]:
        file = item.meta.get("_wp_attached_file", "")
        uploads = item.file_url.rpartition("/uploads/")[0]
        named = [item.file_url, f"{uploads}/uploads/{file}" if uploads and file else "", item.guid]
        return _kept(self.path_of(address) for address in named)

    def of_term(self, term: Term, parents: dict[str, str]) -> Iterator[str]:
        """``parents``: the slug above each slug of the taxonomy."""
        base, above, slug = BASES.get(term.taxonomy, term.taxonomy), [term.slug], term.slug
        while (slug := parents.get(slug, "")) and slug not in above:
            above.insert(0, slug)
        paths = [f"{self.base}/{base}/{'/'.join(above)}", f"{self.base}/{base}/{term.slug}"]
        asked = {"category": "category_name", "post_tag": "tag"}.get(term.taxonomy, term.taxonomy)
        queries = [self.asked(asked, term.slug)]
        if term.taxonomy == "category" and term.number:
            queries.append(self.asked("cat", term.number))
        return _kept([*map(spelled, paths), *queries])

    def of_author(self, author: Author) -> Iterator[str]:
        queries = [self.asked("author_name", author.login)]
        if author.number:
            queries.append(self.asked("author", author.number))
        return _kept([spelled(f"{self.base}/author/{author.login}"), *queries])

    def of_day(self, day: str) -> Iterator[str]:
        """Of the year, the month and the day."""
        year, month, date = day[:4], day[5:7], day[8:10]
        paths = (f"{year}", f"{year}/{month}", f"{year}/{month}/{date}")
        queries = (year, year + month, year + month + date)
        yield from (spelled(f"{self.base}/{path}") for path in paths)
        yield from (self.asked("m", query) for query in queries)

    def of_feeds(self, below: str = "") -> Iterator[str]:
        """``below`` is "comments/" for the feed of those."""
        yield from (spelled(f"{self.base}/{below}{feed}") for feed in FEEDS)
        prefix = "comments-" if below else ""
        yield from (self.asked("feed", f"{prefix}{name}") for name in FEED_QUERIES)


def _kept(addresses: Iterable[str]) -> Iterator[str]:
    return (each for each in dict.fromkeys(addresses) if each and len(each) <= LONGEST)


def _split(address: str) -> tuple[str, str, str]:
    try:
        parts = urlsplit(address.strip())
        return (parts.hostname or "").removeprefix("www."), parts.path, parts.query
    except ValueError:
        return "", "", ""
