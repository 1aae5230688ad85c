import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.importers.lines import UnreadableFileError
from catalog.importers.wordpress import mapping, values
from catalog.importers.wordpress.addresses import OldSite
from catalog.importers.wordpress.blocks import lines_of
from catalog.importers.wordpress.body import body_of
from catalog.importers.wordpress.dramas import record_of
from catalog.importers.wordpress.layout import layout_of
from catalog.importers.wordpress.mapping import Becomes, Known, Label, Labels, guess
from catalog.importers.wordpress.media import Media, MissingFileError
from catalog.importers.wordpress.reception import said_in
from catalog.importers.wordpress.state import state_of, why_left
from catalog.importers.wordpress.words import section_of
from catalog.importers.wxr import Item, Term

FACTS = {"released": "2005-10-11", "country": "Japan", "episodes": "11"}
LAID_OUT = {
    "definition list": "<dl><dt>Release Date</dt><dd>2005-10-11</dd><dt>Country</dt><dd>Japan</dd>"
    "<dt>Episodes:</dt><dd>11</dd></dl>",
    "definition list of lines": "<dl>\n<dt>Release Date</dt>\n<dd>2005-10-11</dd>\n"
    "<dt>Country</dt>\n<dd><a href='/japan/'>Japan</a></dd>\n<dt>Episodes</dt><dd>11</dd></dl>",
    "table": "<table><tbody><tr><th>Release Date</th><td>2005-10-11</td></tr><tr><td>Country</td>"
    "<td>Japan</td></tr><tr><td><b>Episodes</b></td><td>11</td></tr></tbody></table>",
    "list": "<ul><li><strong>Release Date:</strong> 2005-10-11</li><li>Country: Japan</li>"
    "<li><b>Episodes</b> – 11</li></ul>",
    "list of turns": "<ul><li>Release Date</li><li>2005-10-11</li><li>Country</li><li>Japan</li>"
    "<li>Episodes</li><li>11</li></ul>",
    "lines": "Release Date: 2005-10-11\nCountry: Japan\nEpisodes: 11",
    "breaks": "<p><b>Release Date</b>: 2005-10-11<br/>Country: Japan<br>Episodes: 11</p>",
    "other languages": "<ul><li>Erscheinungsdatum: 2005-10-11</li><li>País: Japan</li>"
    "<li>話数：11</li></ul>",
}


@pytest.mark.parametrize("content", LAID_OUT.values(), ids=LAID_OUT)
@pytest.mark.parametrize(
    "heading", ["<h2>Details</h2>", "<h4>Drama Info:</h4>", "<b>Details</b>\n\n"]
)
def test_facts_are_read_however_they_are_laid_out(heading, content):
    layout = layout_of(f"<h3>Plot</h3><p>A story.</p>{heading}{content}", "A")
    assert (layout.facts, layout.texts.get("synopsis")) == (FACTS, ["A story."])
    assert layout.is_of_a_drama


@pytest.mark.parametrize(
    "content",
    [
        "",
        "<p>Hello.</p>",
        "<h2>Synopsis</h2><p>About a book.</p>",
        "<p>Status: fine. Country: the one I live in.</p>",
        "<ul><li>Date: tomorrow</li><li>Place: here</li></ul>",
    ],
)
def test_post_without_facts_is_no_drama(content):
    assert not layout_of(content, "A").is_of_a_drama


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Synopsis:", "synopsis"),
        ("あらすじ", "synopsis"),
        ("About “A Drama”", "about"),
        ("Über „A Drama“", "about"),
        ("About", "about"),
        ("About the author", ""),
        ("A Drama Gallery", "gallery"),
        ("Leave a Reply", "end"),
    ],
)
def test_heading_names_a_section(heading, section):
    assert section_of(heading, "A Drama") == section


def test_section_that_no_table_knows_is_kept_with_its_words():
    layout = layout_of("<h2>Review</h2><p>Good.</p><h2>Comments</h2><p>x</p>", "A")
    assert (layout.others, layout.texts) == ({"Review": ["Good."]}, {})


@pytest.mark.parametrize("sign", ["<!--", "<a href='", "<", "<?", "<![CDATA[", "</"])
def test_what_only_begins_is_text(sign):
    (line,) = lines_of(sign * 20_000)
    assert (line.kind, line.text[: len(sign) * 3]) == ("line", sign * 3)


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_any_content_is_read(content):
    layout_of(f"<h2>Details</h2>{content}", "A")
    body_of(content, lambda number, address: None, "a.test")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2005-10-11",
            "October 11, 2005",
            "11 October 2005",
            "11. Oktober 2005",
            "2005年10月11日",
        ),
        *("11.10.2005", "Oct 11, 2005", "2005年10月11日", "11 de octubre de 2005", "2005/10/11"),
        "2005년 10월 11일",
    ],
)
def test_date_is_read_in_many_languages(text):
    assert values.date(text).isoformat() == "2005-10-11"


@pytest.mark.parametrize("text", ["soon", "2005-13-01", "99999999999", "32.10.2005", ""])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError):
        values.date(text or "x")


def test_values_are_read():
    assert [values.whole(text) for text in ("#3,150", "5,920 users", "11 episodes")] == [
        3150,
        5920,
        11,
    ]
    assert str(values.decimal("8,5/10 from 20 users")) == "8.5"
    assert [values.country(text) for text in ("Japan", "Corée du Sud", "JP")] == ["JP", "KR", "JP"]
    assert [values.language(text) for text in ("Japanisch", "Mandarin")] == ["ja", "zh"]
    person, character = values.person("Aya (亜也) as The Girl", "a")
    assert (person.name, person.native_name, character) == ("Aya", "亜也", "The Girl")
    assert values.listed("A, B / C、D, A") == ["A", "B / C", "D"]


def test_prose_says_rating_and_genres():
    said = said_in("combines elements of Drama and Melodrama and continues. A rating of 8.0, by")
    assert (str(said.rating), said.genres) == ("8.0", ("Drama", "Melodrama"))
    assert said_in("elements of the sea. Rating of 12") == said_in("")


def read(content, item=None, labels=()):
    item = item or Item(1, number=1, title="A Drama", slug="a-drama", status="publish")
    return record_of(item, layout_of(content, "A Drama"), Labels(tuple(labels)), "a#1", "a")


def test_facts_become_fields():
    content = (
        "<h2>Details</h2><dl><dt>Status</dt><dd>Completed</dd><dt>Aired</dt>"
        "<dd>Oct 11, 2005 - Dec 20, 2005</dd><dt>Network</dt><dd>Fuji TV, NHK</dd>"
        "<dt>Runtime</dt><dd>1 hr. 38 min.</dd><dt>Native Title</dt><dd>ドラマ</dd>"
        "<dt>Director</dt><dd>Mei</dd><dt>Producer</dt><dd>Ken</dd><dt>Seasons</dt><dd>many</dd></dl>"
    )
    found = read(content, labels=[Label(Becomes.COUNTRY, "JP"), Label(Becomes.GENRE, "Law")])
    record = found.record
    assert (record.status, str(record.released), str(record.ended)) == (
        "ended",
        "2005-10-11",
        "2005-12-20",
    )
    assert (record.networks, record.runtime) == (("Fuji TV", "NHK"), 98)
    assert (record.native_title, record.original_language) == ("ドラマ", "ja")
    assert (record.countries, record.genres) == (("JP",), ("Law",))
    assert [(c.person.name, c.role) for c in record.credits] == [("Mei", "director")]
    assert found.notes == ["seasons: “many” is not understood", "not taken: Producer: Ken"]


def test_prose_of_our_own_kind_is_composed_again_and_the_authors_kept():
    details = "<h2>Details</h2><dl><dt>Country</dt><dd>Japan</dd><dt>Episodes</dt><dd>11</dd></dl>"
    about = "<h2>About “A Drama”</h2><p>{}</p>"
    ours = '"A Drama" is a drama from Japan. "A Drama" spans 11 episodes.'
    assert read(about.format(ours) + details).record.about == ""
    own = "I saw it as a child, and never forgot the snow."
    assert read(about.format(own) + details).record.about == own


@pytest.mark.parametrize(
    ("status", "password", "gmt", "state"),
    [
        ("publish", "", "2019-05-03 10:00:00", "published"),
        ("publish", "x", "2019-05-03 10:00:00", "draft"),
        ("future", "", "2031-05-03 10:00:00", "scheduled"),
        ("future", "", "0000-00-00 00:00:00", "draft"),
        ("draft", "", "0000-00-00 00:00:00", "draft"),
        ("private", "", "2019-05-03 10:00:00", "draft"),
        ("pending", "", "2019-05-03 10:00:00", "draft"),
    ],
)
def test_state_is_what_it_was(status, password, gmt, state):
    found, at = state_of(Item(1, status=status, password=password, date_gmt=gmt))
    assert (found, at.isoformat()[:10] if at else "") == (state, gmt[:10] if at else "")
    assert bool(at) == (state != "draft")


def test_what_is_no_page_is_left_out():
    assert why_left(Item(1, kind="nav_menu_item", status="publish"))
    assert why_left(Item(1, kind="post", status="trash"))
    assert why_left(Item(1, kind="drama", status="publish")) == ""


KNOWN = Known({"law": "Law"}, {"fuji tv": "Fuji TV"})


@pytest.mark.parametrize(
    ("term", "label"),
    [
        (Term("category", "a", "Japanese Drama"), Label(Becomes.COUNTRY, "JP")),
        (Term("category", "a", "K-Drama"), Label(Becomes.COUNTRY, "KR")),
        (Term("category", "a", "Thailand"), Label(Becomes.COUNTRY, "TH")),
        (Term("category", "a", "law"), Label(Becomes.GENRE, "Law")),
        (Term("post_tag", "a", "Romance"), Label(Becomes.GENRE, "Romance")),
        (Term("genre", "a", "Odd"), Label(Becomes.GENRE, "Odd")),
        (Term("post_tag", "a", "Fuji TV"), Label(Becomes.NETWORK, "Fuji TV")),
        (Term("post_tag", "a", "tearjerker"), Label(Becomes.TAG, "tearjerker")),
        (Term("category", "a", "Uncategorized"), Label(Becomes.NOTHING)),
        (Term("category", "a", "2005"), Label(Becomes.NOTHING)),
        (Term("category", "a", "Completed"), Label(Becomes.NOTHING)),
    ],
)
def test_term_is_guessed(term, label):
    assert guess(term, is_of_dramas=True, known=KNOWN) == label
    assert guess(term, is_of_dramas=False, known=KNOWN) == Label(Becomes.NOTHING)


def test_mapping_is_read_as_it_was_written():
    terms = [Term("category", "a", "A, B"), Term("post_tag", "b", "B")]
    told = mapping.Mapping(
        {("category", "a"): Label(Becomes.GENRE, "A"), ("post_tag", "b"): Label(Becomes.NOTHING)}
    )
    file = io.StringIO()
    mapping.write(file, terms, mapping.Counter({("category", "a"): 3}), told)
    file.write("post,12,,,page,\r\n")
    found = mapping.read(io.BytesIO(file.getvalue().encode()))
    assert (found.terms, found.posts) == (told.terms, {12: "page"})


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("category,a,A,1,something,", "line 2: a term becomes"),
        ("category,a,A,1,country,Nowhere", "no country “Nowhere”"),
        ("post,x,,,page,", "line 2: a post has a number"),
        ("category,a,A,1,tag,\ncategory,a,A,1,tag,", "line 3: “a” is named twice"),
        ("category,a,,1,tag,", "the value is missing"),
        ("category", "line 2: the row has 1 cells"),
    ],
    ids=["unknown", "no country", "no number", "twice", "no value", "short"],
)
def test_mapping_that_cannot_be_followed_is_refused(row, why):
    file = io.BytesIO(f"taxonomy,slug,name,posts,becomes,value\n{row}\n".encode())
    with pytest.raises(UnreadableFileError, match=why):
        mapping.read(file)


OLD = OldSite("https://www.a.test/blog")


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("http://a.test/blog/2019/A-Post/", "/blog/2019/a-post"),
        ("https://a.test/blog/?p=1", "/blog?p=1"),
        ("https://a.test/blog/", ""),
        ("https://b.test/blog/x/", ""),
        ("http://[", ""),
    ],
)
def test_old_address_is_of_the_site_alone(address, path):
    assert OLD.path_of(address) == path


def test_old_addresses_of_an_item_and_a_term_are_all_of_them():
    item = Item(1, number=5, kind="page", link="https://a.test/blog/x/", old_slugs=["y"])
    assert list(OLD.of_item(item)) == ["/blog/x", "/blog/y", "/blog?page_id=5", "/blog?p=5"]
    term = Term("category", "c", "C", "b", 4)
    assert list(OLD.of_term(term, {"c": "b", "b": "c"})) == [
        "/blog/category/b/c",
        "/blog/category/c",
        "/blog?category_name=c",
        "/blog?cat=4",
    ]


@pytest.mark.parametrize(
    ("content", "body"),
    [
        ("one\ntwo\n\nthree", "<p>one<br>\ntwo</p>\n<p>three</p>"),
        ("<!-- wp:paragraph -->\n<p>one</p>\n<!-- /wp:paragraph -->", "<p>one</p>"),
        ("a<script>x</script>", "<p>a</p>"),
        ("<h1>A</h1>", "<h2>A</h2>"),
        (
            "[embed]https://b.test/x[/embed]",
            '<p><a href="https://b.test/x" rel="noopener">https://b.test/x</a></p>',
        ),
        ('<a href="https://a.test/x/">a</a>', '<p><a href="/x/" rel="noopener">a</a></p>'),
        (
            '<img src="https://b.test/x.jpg" alt="A">',
            '<p><a href="https://b.test/x.jpg" rel="noopener">A</a></p>',
        ),
        ("[contact-form]", "<p>[contact-form]</p>"),
    ],
)
def test_content_becomes_safe_html(content, body):
    assert body_of(content, lambda number, address: None, "a.test") == body


def test_media_never_lead_out_of_their_folder(tmp_path):
    (tmp_path / "secret.jpg").write_bytes(b"x")
    folder = tmp_path / "uploads"
    (folder / "2019").mkdir(parents=True)
    (folder / "2019" / "a.jpg").write_bytes(b"x")
    (folder / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    media = Media(folder)
    assert media.path_of(Item(1, meta={"_wp_attached_file": "2019/a.jpg"})).name == "a.jpg"
    assert Media(tmp_path).path_of(Item(1, file_url="https://a/wp-content/uploads/2019/a.jpg"))
    for name in ("../secret.jpg", "/etc/x.jpg", "link.jpg", "2019/none.jpg", "a.mp3"):
        with pytest.raises(MissingFileError):
            media.path_of(Item(1, meta={"_wp_attached_file": name}))
