"""A WordPress export as tests need it: of a site with posts, pages, attachments and terms."""

from xml.sax.saxutils import escape, quoteattr

SITE = "https://blog.example"
NAMES = {"content": "content:encoded", "excerpt": "excerpt:encoded", "creator": "dc:creator"}
OUTSIDE = {"title", "link", "guid", *NAMES}
POST = {"status": "publish", "post_type": "post", "post_parent": "0", "post_password": ""}
DATE = "2019-05-03 10:00:00"
DETAILS = """<h2>Synopsis</h2><p>A ferry. It is late.</p><h2>Details</h2>
<dl><dt>Release Date</dt><dd>2019-04-01</dd><dt>Country</dt><dd>Japan</dd>
<dt>Episodes</dt><dd>10</dd><dt>Cast</dt><dd>Hana, Kenji</dd></dl>"""


def post(number, title="A Quiet Harbour", content=DETAILS, terms=(), inside="", meta=(), **said):
    """``terms`` are triples of taxonomy, slug and name; ``meta`` pairs."""
    slug = said.setdefault("post_name", title.lower().replace(" ", "-"))
    fields = {
        "title": title,
        "link": f"{SITE}/2019/05/{slug}/",
        "content": content,
        "creator": "hana",
        "post_id": str(number),
        "post_date": DATE,
        "post_date_gmt": DATE,
    } | {**POST, **said}
    text = "".join(
        f"<{_name(name)}>{escape(value)}</{_name(name)}>" for name, value in fields.items()
    )
    text += "".join(
        f"<category domain={quoteattr(taxonomy)} nicename={quoteattr(slug)}>"
        f"{escape(name)}</category>"
        for taxonomy, slug, name in terms
    )
    text += "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{escape(value)}"
        "</wp:meta_value></wp:postmeta>"
        for key, value in meta
    )
    return f"<item>{text}{inside}</item>\n"


def attachment(number, file="2019/05/still.jpg", parent=0, alt="", **said):
    url = f"{SITE}/wp-content/uploads/{file}"
    meta = [("_wp_attached_file", file), *([("_wp_attachment_image_alt", alt)] if alt else [])]
    given = {"status": "inherit", "post_type": "attachment", "post_parent": str(parent)}
    return post(number, f"file {number}", "", meta=meta, attachment_url=url, **(given | said))


def comment(number, parent=0, approved="1", content="What an ending."):
    fields = {
        "id": number,
        "author": "Mei",
        "author_email": "mei@example.org",
        "date_gmt": "2020-05-01 03:00:00",
        "content": content,
        "approved": approved,
        "parent": parent,
    }
    text = "".join(f"<wp:comment_{k}>{escape(str(v))}</wp:comment_{k}>" for k, v in fields.items())
    return f"<wp:comment>{text}</wp:comment>"


def export(*items, channel=""):
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Blog</title><link>{SITE}</link><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>{SITE}</wp:base_site_url><wp:base_blog_url>{SITE}</wp:base_blog_url>
<wp:author><wp:author_id>3</wp:author_id><wp:author_login>hana</wp:author_login></wp:author>
{channel}{"".join(items)}</channel></rss>""".encode()


def _name(name):
    return NAMES.get(name, name if name in OUTSIDE else f"wp:{name}")
