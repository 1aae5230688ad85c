"""A WordPress export as tests need it: a post of the drama, and comments under it."""

from xml.sax.saxutils import escape

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>https://blog.example</wp:base_blog_url>
"""
POST = {
    "title": "A Quiet Harbour",
    "link": "https://blog.example/2020/a-quiet-harbour/",
    "wp:post_id": "7",
    "wp:post_name": "a-quiet-harbour",
}
COMMENT = {
    "id": "1",
    "author": "Mei",
    "author_email": "mei@example.org",
    "author_url": "",
    "author_IP": "192.0.2.77",
    "date": "2020-05-01 12:00:00",
    "date_gmt": "2020-05-01 03:00:00",
    "content": "What an ending.",
    "approved": "1",
    "type": "",
    "parent": "0",
}


def comment(number, content="What an ending.", **said):
    fields = {**COMMENT, "id": str(number), "content": content, **said}
    inside = "".join(f"<wp:comment_{k}>{escape(v)}</wp:comment_{k}>\n" for k, v in fields.items())
    return f"<wp:comment>\n{inside}</wp:comment>\n"


def item(*comments, **said):
    post = {**POST, **{name.replace("wp_", "wp:"): text for name, text in said.items()}}
    inside = "".join(f"<{name}>{escape(text)}</{name}>\n" for name, text in post.items())
    return f"<item>{inside}{''.join(comments)}</item>\n"


def export(*items, head=HEAD):
    return f"{head}{''.join(items)}</channel></rss>".encode()
