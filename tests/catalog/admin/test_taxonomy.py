import pytest

from catalog.models import Country, Genre
from tests import factories
from tests.catalog.admin.formdata import form_data

FACTORIES = {
    "genre": factories.GenreFactory,
    "network": factories.NetworkFactory,
    "tag": factories.TagFactory,
    "picture": factories.PictureFactory,
    "country": factories.CountryFactory,
}


@pytest.mark.parametrize("noun", FACTORIES)
def test_pages_take_the_same_queries_whatever_their_rows(desk, noun, django_assert_num_queries):
    row = FACTORIES[noun]()
    desk.get(f"/admin/catalog/{noun}/{row.pk}/change/")
    for _ in range(2):
        with django_assert_num_queries(6):
            assert desk.get(f"/admin/catalog/{noun}/").status_code == 200
        # The revisions that keep a picture are counted too.
        deletion = 7 if noun == "picture" else 6
        for page, queries in (("change", 5), ("delete", deletion), ("history", 6)):
            with django_assert_num_queries(queries):
                address = f"/admin/catalog/{noun}/{row.pk}/{page}/"
                assert desk.get(address).status_code == 200
        if noun != "country":
            FACTORIES[noun].create_batch(2)


def test_list_counts_dramas(desk):
    genre, unused = factories.GenreFactory(name="A"), factories.GenreFactory(name="B")
    factories.DramaFactory.create_batch(2, genres=[genre])
    shown = desk.get("/admin/catalog/genre/").context["cl"].result_list
    assert [(row, row.drama_number) for row in shown] == [(genre, 2), (unused, 0)]


@pytest.mark.parametrize(("order", "names"), [("2", ["B", "A"]), ("-2", ["A", "B"])])
def test_list_sorted_by_its_dramas_holds_each_label_once(desk, order, names):
    genre, _unused = factories.GenreFactory(name="A"), factories.GenreFactory(name="B")
    factories.DramaFactory.create_batch(2, genres=[genre])
    shown = desk.get(f"/admin/catalog/genre/?o={order}").context["cl"].result_list
    assert [row.name for row in shown] == names


def test_genre_gets_its_slug_from_its_name(desk):
    page = "/admin/catalog/genre/add/"
    desk.post(page, form_data(desk.get(page)) | {"name": "Slice of Life"})
    assert Genre.objects.get().slug == "slice-of-life"


@pytest.mark.parametrize("code", ["ZZ", "J", "JPN", "日本", "JP"])
def test_country_code_that_cannot_be_is_refused_beside_the_field(desk, code):
    factories.CountryFactory(code="JP")
    page = "/admin/catalog/country/add/"
    response = desk.post(page, form_data(desk.get(page)) | {"code": code})
    assert "code" in response.context["adminform"].form.errors


def test_country_is_known_by_its_code(desk):
    page = "/admin/catalog/country/add/"
    desk.post(page, form_data(desk.get(page)) | {"code": "kr"})
    assert [(c.code, c.slug) for c in Country.objects.all()] == [("KR", "south-korea")]


def test_picture_in_a_gallery_is_not_deleted(desk):
    image = factories.GalleryImageFactory()
    response = desk.get(f"/admin/catalog/picture/{image.picture_id}/delete/")
    assert response.context["protected"] == ["1 gallery image"]
