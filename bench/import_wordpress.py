"""What it costs to take in a large WordPress site: time, and memory at the peak.

    python bench/import_wordpress.py [MEGABYTES] [--dry-run]

A made-up export with dramas, articles of some pages, attachments and comments is imported into
an empty database in a folder of its own, then once more, when there is nothing left to take.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from import_dramas import manage

SITE = "https://blog.example"
HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><link>{SITE}</link><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>{SITE}</wp:base_blog_url>
"""
WORDS = [
    "rain",
    "harbour",
    "letter",
    "winter",
    "night",
    "ferry",
    "mother",
    "school",
    "summer",
    "train",
    "city",
    "light",
]
DETAILS = """<h2>Synopsis</h2><p>{prose}</p><h2>Details</h2><dl><dt>Release Date</dt>
<dd>20{year:02}-04-01</dd><dt>Country</dt><dd>Japan</dd><dt>Episodes</dt><dd>{year}</dd>
<dt>Cast</dt><dd>Person {a}, Person {b}</dd></dl>"""
# Of ten items: a drama, six articles, three attachments.
KINDS = "dppapppapa"


def written(path: Path, megabytes: int) -> tuple[int, int]:
    """How many items and comments it holds."""
    dice, size, items, comments = random.Random(1), 0, 0, 0  # noqa: S311 (no secret)
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        while size < megabytes * 1_000_000:
            items += 1
            said = dice.randrange(30) if KINDS[items % 10] == "d" else 0
            text = "".join(item(items, KINDS[items % 10], range(comments, comments + said), dice))
            comments += said
            size += len(text)
            file.write(text)
        file.write("</channel></rss>")
    return items, comments


def item(number: int, kind: str, comments: range, dice: random.Random) -> Iterator[str]:
    year = 1 + number % 20
    if kind == "d":
        numbers = {"a": dice.randrange(5000), "b": dice.randrange(5000), "year": year}
        content = DETAILS.format(prose=prose(dice, 300), **numbers)
    else:
        content = "" if kind == "a" else f"<p>{prose(dice, 600)}</p>\n" * 3
    type_, status = ("attachment", "inherit") if kind == "a" else ("post", "publish")
    yield (
        f"<item><title>{prose(dice, 4).title()} {number}</title>"
        f"<link>{SITE}/20{year:02}/04/post-{number}/</link><dc:creator>hana</dc:creator>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded><wp:post_id>{number}</wp:post_id>"
        f"<wp:post_date_gmt>20{year:02}-04-01 10:00:00</wp:post_date_gmt>"
        f"<wp:post_name>post-{number}</wp:post_name><wp:status>{status}</wp:status>"
        f"<wp:post_parent>{number - 1 if kind == 'a' else 0}</wp:post_parent>"
        f"<wp:post_type>{type_}</wp:post_type>"
        f'<category domain="category" nicename="c-{year}"><![CDATA[Category {year}]]></category>'
    )
    if kind == "a":
        yield f"<wp:attachment_url>{SITE}/wp-content/uploads/{number}.jpg</wp:attachment_url>"
    for comment in comments:
        yield (
            f"<wp:comment><wp:comment_id>{comment + 1}</wp:comment_id>"
            "<wp:comment_author>Mei</wp:comment_author>"
            "<wp:comment_date_gmt>2020-05-01 03:00:00</wp:comment_date_gmt>"
            f"<wp:comment_content><![CDATA[{prose(dice, 30)}]]></wp:comment_content>"
            "<wp:comment_approved>1</wp:comment_approved><wp:comment_parent>0</wp:comment_parent>"
            "</wp:comment>\n"
        )
    yield "</item>\n"


def prose(dice: random.Random, words: int) -> str:
    return " ".join(dice.choices(WORDS, k=words))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("megabytes", type=int, nargs="?", default=500)
    parser.add_argument("--dry-run", action="store_true")
    options = parser.parse_args()
    say = partial(print, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        path, data = Path(folder) / "export.xml", Path(folder) / "data"
        items, comments = written(path, options.megabytes)
        say(f"{path.stat().st_size / 1e6:.0f} MB, {items} items, {comments} comments")
        manage(data, "migrate", "-v0")
        rest = ["--dry-run"] if options.dry_run else []
        for _run in range(2):
            seconds, cpu, peak = manage(data, "import_wordpress", str(path), *rest)
            say(f"{seconds:.0f} s, CPU {cpu:.0f} s, {peak:.0f} MB at the peak")


if __name__ == "__main__":
    main()
