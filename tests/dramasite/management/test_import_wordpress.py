import json
import re
import tempfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.models import Drama, GalleryImage, ImportedPost, Page, Picture, Redirect
from comments.models import ImportedReply, Reply
from dramasite.management.wordpress import Import
from tests import wxr
from tests.factories import tiny_jpeg

pytestmark = pytest.mark.django_db
BROKEN = {
    "crazy-cdata.xml": "line 18: not well-formed",
    "malformed-simple.xml": "line 14: no element found",
    "malformed.xml": "line 90: mismatched tag",
    "missing-version-tag.xml": "line 91: it is no WordPress export",
}
TERMS = [("category", "japanese-drama", "Japanese Drama"), ("post_tag", "tears", "Tears")]


@pytest.fixture(autouse=True)
def written(settings, tmp_path):
    settings.DATA_DIR, settings.MEDIA_ROOT = tmp_path, tmp_path / "media"


@pytest.fixture
def uploads(tmp_path):
    folder = tmp_path / "uploads" / "2019" / "05"
    folder.mkdir(parents=True)
    (folder / "poster.jpg").write_bytes(tiny_jpeg(size=(160, 240)))
    (folder / "still.jpg").write_bytes(tiny_jpeg(size=(240, 160)))
    (folder / "broken.jpg").write_bytes(b"no picture")
    return tmp_path / "uploads"


def take(*items, capsys=None, channel="", **options):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.xml"
        path.write_bytes(wxr.export(*items, channel=channel))
        call_command("import_wordpress", path, **options)


def location(client, address):
    response = client.get(address)
    return response.headers.get("Location") if response.status_code == 301 else None


def rows():
    return [
        model.objects.count() for model in (Drama, Page, Picture, Redirect, Reply, ImportedPost)
    ]


def test_post_that_describes_a_drama_becomes_one(client):
    take(wxr.post(7, terms=TERMS))
    drama = Drama.objects.get()
    assert (drama.title, drama.slug, drama.publication) == (
        "A Quiet Harbour",
        "a-quiet-harbour",
        "published",
    )
    assert (str(drama.released), drama.episode_count, drama.synopsis) == (
        "2019-04-01",
        10,
        "A ferry. It is late.",
    )
    assert drama.publish_at.isoformat() == "2019-05-03T10:00:00+00:00"
    assert [credit.person.name for credit in drama.credits.all()] == ["Hana", "Kenji"]
    assert [country.code for country in drama.countries.all()] == ["JP"]
    assert [tag.name for tag in drama.tags.all()] == ["Tears"]
    assert client.get("/dramas/a-quiet-harbour/").status_code == 200


def test_other_posts_and_pages_become_pages(client):
    take(
        wxr.post(8, "News", "Hello.", post_name="news"),
        wxr.post(9, "Imprint", "<p>Us.</p>", post_type="page"),
    )
    assert [(p.title, p.is_dated, p.body) for p in Page.objects.order_by("pk")] == [
        ("News", True, "<p>Hello.</p>"),
        ("Imprint", False, "<p>Us.</p>"),
    ]
    assert client.get("/pages/news/").status_code == 200


@pytest.mark.parametrize(
    ("status", "state"), [("draft", "draft"), ("future", "scheduled"), ("publish", "published")]
)
@pytest.mark.parametrize(("content", "model"), [(wxr.DETAILS, Drama), ("Hello.", Page)])
def test_drafts_and_what_is_to_come_stay_so(status, state, content, model):
    date = "2031-05-03 10:00:00" if status == "future" else wxr.DATE
    take(wxr.post(7, content=content, status=status, post_date_gmt=date))
    noun = model.objects.get()
    assert noun.publication == state
    assert (noun.publish_at.isoformat()[:10] if noun.publish_at else "") == (
        "" if state == "draft" else date[:10]
    )


def test_pictures_come_from_the_folder_alone(uploads, client):
    gallery = '<h2>Gallery</h2><img class="wp-image-12" src="x" alt="A ferry">'
    take(
        wxr.post(7, content=wxr.DETAILS + gallery, meta=[("_thumbnail_id", "11")]),
        wxr.attachment(11, "2019/05/poster.jpg", parent=7),
        wxr.attachment(12, "2019/05/still.jpg", parent=7),
        wxr.attachment(13, "2019/05/broken.jpg", parent=7),
        wxr.attachment(14, "2019/05/missing.jpg", parent=7),
        wxr.post(8, "News", '<img class="wp-image-12" src="x">'),
        media=uploads,
    )
    drama = Drama.objects.get()
    assert drama.poster.alt == "Poster of “A Quiet Harbour”"
    assert [image.picture.alt for image in drama.gallery.all()] == ["A ferry"]
    assert Picture.objects.count() == 2
    assert "/media/pictures/" in Page.objects.get().body
    file = "/wp-content/uploads/2019/05/still"
    for address in (f"{file}.jpg", f"{file}-300x200.jpg"):
        assert location(client, address).startswith("/media/pictures/")


def test_pictures_may_follow_later(uploads):
    items = wxr.post(7), wxr.attachment(12, "2019/05/still.jpg", parent=7, alt="A ferry")
    take(*items)
    assert Picture.objects.count() == 0
    take(*items, media=uploads)
    assert Drama.objects.get().gallery.get().picture.alt == "A ferry"


def test_replies_keep_their_threads_and_states():
    said = [wxr.comment(1), wxr.comment(2, parent=1, approved="0"), wxr.comment(3, parent=2)]
    take(wxr.post(7, inside="".join(said)), wxr.post(8, "News", "Hi.", inside=wxr.comment(4)))
    replies = Reply.objects.order_by("pk")
    assert [(reply.state, bool(reply.parent_id)) for reply in replies] == [
        ("published", False),
        ("held", True),
        ("published", True),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/2019/05/a-quiet-harbour/", "/dramas/a-quiet-harbour/"),
        ("/2019/05/before/", "/dramas/a-quiet-harbour/"),
        ("/2019/05/a-quiet-harbour/feed/", "/dramas/a-quiet-harbour/replies.atom"),
        ("/2019/05/a-quiet-harbour/comment-page-2/", "/dramas/a-quiet-harbour/"),
        ("/?p=7", "/dramas/a-quiet-harbour/"),
        ("/2019/05/news/", "/pages/news/"),
        ("/?p=8", "/pages/news/"),
        ("/category/japanese-drama/", "/countries/japan/"),
        ("/category/japanese-drama/feed/", "/countries/japan/"),
        ("/category/japanese-drama/page/2/", "/countries/japan/"),
        ("/tag/tears/", "/tags/tears/"),
        ("/?tag=tears", "/tags/tears/"),
        ("/?cat=4", "/countries/japan/"),
        ("/author/hana/", "/dramas/"),
        ("/?author=3", "/dramas/"),
        ("/2019/", "/pages/"),
        ("/2019/05/", "/pages/"),
        ("/2019/05/03/", "/pages/"),
        ("/?m=201905", "/pages/"),
        ("/feed/", "/feeds/dramas.atom"),
        ("/?feed=rss2", "/feeds/dramas.atom"),
        ("/comments/feed/", "/feeds/replies.atom"),
        ("/2019/05/file-11/", "/dramas/a-quiet-harbour/"),
    ],
)
def test_old_addresses_lead_to_new_ones(client, old, new):
    channel = (
        "<wp:category><wp:term_id>4</wp:term_id><wp:category_nicename>japanese-drama"
        "</wp:category_nicename><wp:cat_name>Japanese Drama</wp:cat_name></wp:category>"
    )
    take(
        wxr.post(7, terms=TERMS, meta=[("_wp_old_slug", "before")]),
        wxr.post(8, "News", "Hello."),
        wxr.attachment(11, parent=7),
        channel=channel,
    )
    assert location(client, old) == new
    assert client.get(new).status_code == 200


def test_second_run_changes_nothing_and_keeps_what_editors_did(uploads):
    items = [
        wxr.post(7, terms=TERMS, inside=wxr.comment(1)),
        wxr.post(8, "News", "Hello."),
        wxr.post(9, "Other", "Hello."),
        wxr.attachment(12, "2019/05/still.jpg", parent=7, alt="A ferry"),
    ]
    take(*items, media=uploads)
    before = rows()
    Drama.objects.update(title="Corrected", synopsis="Mine.", episode_count=None)
    Page.objects.filter(slug="news").update(body="Mine.")
    Page.objects.get(slug="other").delete()
    GalleryImage.objects.all().delete()
    Redirect.objects.filter(old="/feed").delete()
    after = rows()
    take(*items, media=uploads)
    assert rows() == after != before
    assert list(Drama.objects.values_list("title", "synopsis", "episode_count")) == [
        ("Corrected", "Mine.", None)
    ]
    assert Page.objects.get().body == "Mine."


@pytest.mark.parametrize("stop", range(0, 9, 2))
def test_run_that_was_stopped_ends_as_if_it_had_not_been(monkeypatch, stop):
    items = [wxr.post(n, f"Drama {n}", terms=TERMS, inside=wxr.comment(n)) for n in range(1, 5)]
    items += [wxr.post(n, f"News {n}", "Hello.") for n in range(5, 9)]
    monkeypatch.setattr("catalog.importers.wordpress.run.AT_ONCE", 2)

    def tell(self, outcome, note=Import._note):
        note(self, outcome)
        if self.report.item_count > stop or self.report.item_count == 8:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Import, "_note", tell)
        with pytest.raises(CommandError, match="Stopped"):
            take(*items)
    take(*items)
    stopped = rows()
    for model in (ImportedPost, Redirect, Reply, ImportedReply, Drama, Page):
        model.objects.all().delete()
    take(*items)
    assert rows() == stopped


def test_mapping_is_proposed_and_followed(tmp_path):
    take(wxr.post(7, terms=TERMS), dry_run=True)
    proposed = tmp_path / "import" / "mapping-export.csv"
    said = proposed.read_text()
    assert "category,japanese-drama,Japanese Drama,1,country,JP" in said
    proposed.write_text(said.replace(",country,JP", ",genre,Slow") + "post,8,,,drama,\n")
    take(wxr.post(7, terms=TERMS), wxr.post(8, "News", "Hello."), mapping=proposed)
    genres = [
        [genre.name for genre in drama.genres.all()] for drama in Drama.objects.order_by("pk")
    ]
    assert genres == [["Slow"], []]


def test_dry_run_writes_nothing(uploads, capsys):
    take(
        wxr.post(7, inside=wxr.comment(1)),
        wxr.attachment(12, "2019/05/still.jpg", parent=7),
        media=uploads,
        dry_run=True,
    )
    assert rows() == [0] * 6
    said = capsys.readouterr().out
    assert "2 items: 1 dramas, 0 pages and 1 pictures taken" in said
    assert "1 replies: 1 taken" in said


def test_file_broken_at_its_end_leaves_nothing(tmp_path):
    path = tmp_path / "export.xml"
    path.write_bytes(wxr.export(*(wxr.post(n, f"Title {n}") for n in range(1, 200)))[:-9])
    with pytest.raises(CommandError, match=r"line \d+: .* Nothing was taken"):
        call_command("import_wordpress", path)
    assert rows() == [0] * 6


def test_report_names_what_was_not_taken(tmp_path):
    take(
        wxr.post(7, status="trash"),
        wxr.post(8, post_type="nav_menu_item"),
        wxr.post(9, "A", "Hi."),
        wxr.post(9, "Again", "Hi."),
        report=tmp_path / "report.jsonl",
    )
    told = [json.loads(line) for line in (tmp_path / "report.jsonl").read_text().splitlines()]
    assert [(each["number"], each["fate"]) for each in told] == [
        (7, "left"),
        (8, "left"),
        (9, "refused"),
    ]
    assert all(each["reason"] and each["line"] for each in told)


KINDS = st.sampled_from(["post", "page", "drama", "attachment", "nav_menu_item", "revision"])
STATUSES = st.sampled_from(["publish", "draft", "future", "trash", "private", "inherit", "odd", ""])
ITEMS = st.lists(
    st.tuples(st.integers(0, 12), KINDS, STATUSES, st.sampled_from([wxr.DETAILS, "Hi.", ""])),
    max_size=12,
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ITEMS)
def test_counts_add_up(capsys, items):
    for model in (ImportedPost, Drama, Page):
        model.objects.all().delete()
    take(
        *(
            wxr.post(n, f"T{n}", content, post_type=kind, status=status)
            for n, kind, status, content in items
        )
    )
    said = capsys.readouterr().out
    counts = [int(n) for n in re.findall(r"\d+", re.search(r"^.* items: .*$", said, re.M)[0])]
    assert counts[0] == len(items) == sum(counts[1:])
    assert counts[1:3] == [Drama.objects.count(), Page.objects.count()]


@pytest.mark.shared
def test_exports_of_others_are_taken_or_refused_with_the_line(shared, capsys):
    for path in sorted((shared / "data" / "wordpress").glob("*.xml")):
        before = rows()
        if path.name in BROKEN:
            with pytest.raises(CommandError, match=BROKEN[path.name]):
                call_command("import_wordpress", path)
            assert rows() == before
        else:
            call_command("import_wordpress", path)
    assert "186 items: 0 dramas, 79 pages and 0 pictures taken, 0 there" in capsys.readouterr().out
