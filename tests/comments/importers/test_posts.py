import io

import pytest

from catalog.importers.lines import UnreadableFileError
from catalog.models import Drama, FormerSlug
from comments.importers.posts import Attaching, read_mapping
from comments.importers.records import Post, RefusedReply

LINK = "https://blog.example/2020/harbour/"


def mapping(*rows, header="post,drama"):
    return read_mapping(io.BytesIO("\n".join([header, *rows]).encode()))


@pytest.mark.parametrize(
    "post",
    [
        Post(slug="a-quiet-harbour"),
        Post(slug="A-Quiet-Harbour"),
        Post(slug="old-harbour"),
        Post(title="A Quiet Harbour", slug="x"),
        Post(title=" A&#32;Quiet Harbour"),
    ],
)
def test_post_belongs_to_the_drama_of_its_address_or_title(drama, post):
    FormerSlug.objects.create(slug="old-harbour", drama=drama)
    assert Attaching().drama_of(post) == drama.pk


@pytest.mark.parametrize("name", ["7", LINK, LINK.rstrip("/"), LINK.replace("https", "http")])
def test_mapping_goes_before_address_and_title(drama, name):
    other = Drama.objects.create(title="Other", slug="other")
    attaching = Attaching(mapping(f"{name},other"))
    assert attaching.drama_of(Post("7", LINK, drama.slug, drama.title)) == other.pk


def test_mapping_leaves_a_post_out(drama):
    with pytest.raises(RefusedReply, match=r"^the mapping leaves its post out$"):
        Attaching(mapping("7,")).drama_of(Post("7", slug=drama.slug))


def test_post_of_no_drama_is_refused(drama):
    reason = "no drama has the address or the title of its post “Harbour”"
    with pytest.raises(RefusedReply, match=f"^{reason}$"):
        Attaching().drama_of(Post(title="Harbour"))


def test_title_of_several_dramas_is_refused(drama):
    Drama.objects.create(title=drama.title, slug="another")
    reason = "several dramas are called “A Quiet Harbour”; a mapping can say which"
    with pytest.raises(RefusedReply, match=f"^{reason}$"):
        Attaching().drama_of(Post(title=drama.title))


def test_posts_are_looked_up_once(drama, django_assert_num_queries):
    attaching = Attaching()
    with django_assert_num_queries(1):
        assert {attaching.drama_of(Post(slug=drama.slug)) for _ in range(3)} == {drama.pk}


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (["7,nowhere"], "line 2: there is no drama “nowhere”"),
        (["7,a-quiet-harbour", "7,"], "line 3: the post is missing, or named twice"),
        ([",a-quiet-harbour"], "line 2: the post is missing, or named twice"),
        (["7"], "line 2: the row has 1 cells, the header 2"),
    ],
)
def test_mapping_that_means_nothing_is_refused(drama, rows, reason):
    with pytest.raises(UnreadableFileError, match=f"^{reason}$"):
        mapping(*rows)


def test_mapping_without_its_columns_is_refused(db):
    with pytest.raises(UnreadableFileError, match="post and drama"):
        mapping("7,x", header="post,slug")
