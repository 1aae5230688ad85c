import pytest

from catalog.models import Page
from tests.catalog.admin.formdata import form_data
from tests.factories import PageFactory

ADD = "/admin/catalog/page/add/"


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_queries_at_any_length(desk, count, django_assert_num_queries):
    PageFactory.create_batch(count)
    desk.get("/admin/catalog/page/")
    with django_assert_num_queries(6):
        assert desk.get("/admin/catalog/page/").status_code == 200


def sent(desk, **values):
    return form_data(desk.get(ADD)) | values


def test_page_gets_an_address_of_its_title(desk, client):
    given = sent(desk, title="Über uns", body="Hallo", publication="published")
    assert desk.post(ADD, given).status_code == 302
    assert client.get("/pages/uber-uns/").status_code == 200


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"publication": "scheduled"}, "publish_at"),
        ({"body": "![A](https://a.test/x.jpg)"}, "body"),
        ({"markup": "html", "body": '<img src="//a.test/x.jpg">'}, "body"),
    ],
    ids=["no time", "foreign picture", "foreign picture in HTML"],
)
def test_what_cannot_be_published_is_refused(desk, values, field):
    response = desk.post(ADD, sent(desk, title="A", **values))
    assert list(response.context["adminform"].form.errors) == [field]
    assert Page.objects.count() == 0


def test_page_is_seen_from_its_form_once_it_is_out(desk):
    page, draft = PageFactory(slug="a"), PageFactory(publication="draft")
    assert b"/pages/a/" in desk.get(f"/admin/catalog/page/{page.pk}/change/").content
    response = desk.get(f"/admin/catalog/page/{draft.pk}/change/")
    assert b"View on site" not in response.content
