import pytest

from catalog.models import ImportedPost
from comments.importers.records import Post, RefusedReply
from comments.importers.taken import AttachingTaken
from tests.factories import DramaFactory, PageFactory

pytestmark = pytest.mark.django_db
SITE = "https://blog.example"


def test_reply_belongs_to_what_its_post_became():
    drama = DramaFactory()
    ImportedPost.objects.create(source=SITE, number=7, drama=drama)
    assert AttachingTaken(SITE).drama_of(Post("7")) == drama.pk


@pytest.mark.parametrize(
    ("number", "why"),
    [("8", "is a page"), ("9", "was deleted here"), ("10", "was not taken"), ("x", "not taken")],
)
def test_reply_of_anything_else_is_refused(number, why):
    # Of the same title as a post that is no drama.
    DramaFactory(title="A")
    ImportedPost.objects.create(source=SITE, number=8, page=PageFactory())
    ImportedPost.objects.create(source=SITE, number=9)
    with pytest.raises(RefusedReply, match=why):
        AttachingTaken(SITE).drama_of(Post(number, title="A"))
