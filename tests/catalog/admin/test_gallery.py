import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from catalog.models import GalleryImage, Picture, Revision
from tests import factories
from tests.catalog.admin.formdata import form_data
from tests.catalog.admin.test_drama import address as form_of

pytestmark = pytest.mark.django_db


def address(drama):
    return f"/admin/catalog/drama/{drama.pk}/gallery/"


def opened(desk, drama):
    return form_data(desk.get(address(drama)))


def file(name="a.jpg", content=None):
    return SimpleUploadedFile(name, content or factories.tiny_jpeg(), "image/jpeg")


def gallery(drama):
    return [image.caption for image in drama.gallery.order_by("order", "number")]


@pytest.fixture
def drama(db):
    drama = factories.DramaFactory()
    for order, caption in enumerate("ABC"):
        factories.GalleryImageFactory(drama=drama, caption=caption, order=order)
    return drama


def name(image, field):
    return f"image-{image.pk}-{field}"


@pytest.mark.parametrize("rows", [1, 3])
def test_page_takes_the_same_queries_whatever_the_rows(desk, rows, django_assert_num_queries):
    drama = factories.DramaFactory()
    factories.GalleryImageFactory.create_batch(rows, drama=drama)
    with django_assert_num_queries(6):
        assert desk.get(address(drama)).status_code == 200


def test_many_files_come_in_at_once_and_ask_for_their_words(desk, drama):
    files = [file("1.jpg"), file("2.jpg"), file("no.jpg", b"no picture")]
    data = opened(desk, drama) | {"pictures": files, "kind": "behind"}
    response = desk.post(address(drama), data, follow=True)
    told = [str(message) for message in response.context["messages"]]
    assert told == [
        "no.jpg: This cannot be read as a picture: send JPEG, PNG, WebP, AVIF or GIF.",
        "2 pictures came in.",
    ]
    assert [image.number for image in drama.gallery.filter(kind="behind")] == [4, 5]
    assert gallery(drama) == ["A", "B", "C", "", ""]
    assert response.context["mute"] == 2
    assert drama.gallery.shown().count() == 3


def test_words_are_saved_and_a_revision_kept(desk, drama):
    image = drama.gallery.first()
    words = {name(image, "alt"): "A pier", name(image, "caption"): "Dusk"}
    desk.post(address(drama), opened(desk, drama) | words)
    image.refresh_from_db()
    assert (image.picture.alt, image.caption) == ("A pier", "Dusk")
    assert [revision.is_found for revision in Revision.objects.order_by("pk")] == [True, False]


def test_only_what_she_changed_is_saved(desk, drama):
    image = drama.gallery.first()
    second = opened(desk, drama)
    GalleryImage.objects.filter(pk=image.pk).update(caption="Hers")
    gone = drama.gallery.last()
    gone.delete()
    factories.GalleryImageFactory(drama=drama, caption="New", order=9)
    desk.post(address(drama), second | {name(image, "credit"): "Mine"})
    image.refresh_from_db()
    assert (image.caption, image.picture.credit) == ("Hers", "Mine")
    assert gallery(drama) == ["Hers", "B", "New"]


@pytest.mark.parametrize(
    ("button", "which", "order"),
    [
        ("later", 0, "BAC"),
        ("earlier", 2, "ACB"),
        ("earlier", 0, "ABC"),
        ("later", 2, "ABC"),
    ],
)
def test_buttons_move_a_picture_by_one(desk, drama, button, which, order):
    image = drama.gallery.order_by("order")[which]
    desk.post(address(drama), opened(desk, drama) | {button: str(image.pk)})
    assert "".join(gallery(drama)) == order


@pytest.mark.parametrize(("which", "place", "order"), [(0, 3, "BCA"), (2, 1, "CAB"), (0, 2, "BAC")])
def test_place_is_typed(desk, drama, which, place, order):
    image = drama.gallery.order_by("order")[which]
    desk.post(address(drama), opened(desk, drama) | {name(image, "place"): str(place)})
    assert "".join(gallery(drama)) == order


def test_picture_is_taken_away(desk, drama, django_capture_on_commit_callbacks):
    image = drama.gallery.order_by("order")[1]
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(address(drama), opened(desk, drama) | {name(image, "remove"): "on"})
    assert gallery(drama) == ["A", "C"]
    # Its revision keeps it.
    assert Picture.objects.filter(pk=image.picture_id).exists()


def test_bad_values_are_told_and_nothing_is_saved(desk, drama):
    image = drama.gallery.first()
    bad = {name(image, "place"): "x", name(image, "caption"): "y" * 301, "kind": "nonsense"}
    response = desk.post(address(drama), opened(desk, drama) | bad)
    assert response.status_code == 200
    row = next(row for row in response.context["rows"] if row.image == image)
    assert set(row.errors) == {"place", "caption"}
    assert gallery(drama) == ["A", "B", "C"]


def test_replaced_picture_keeps_its_address(desk, client, drama):
    image = drama.gallery.order_by("order").first()
    before = image.picture_id
    data = form_data(desk.get(form_of(drama)))
    desk.post(form_of(drama), data | {"gallery-0-picture_file": file()})
    image.refresh_from_db()
    assert image.picture_id != before
    assert (image.number, image.caption) == (1, "A")
    assert client.get(f"/dramas/{drama.slug}/gallery/1/").status_code == 200


def test_focus_is_chosen_and_crops(desk, client, drama):
    picture = drama.gallery.first().picture
    page = f"/admin/catalog/picture/{picture.pk}/change/"
    desk.post(page, form_data(desk.get(page)) | {"focus_x": "0", "focus_y": "25"})
    assert 'class="crop crop-wide focus-x-0 focus-y-25"' in desk.get(page).content.decode()
    html = client.get(drama.get_absolute_url()).content.decode()
    assert html.count('<img class="focus-x-0 focus-y-25"') == 1


def test_gallery_needs_the_permission_to_change(client, editor, drama):
    editor.user_permissions.set(editor.user_permissions.filter(codename__startswith="view_"))
    client.force_login(editor)
    assert client.get(address(drama)).status_code == 403
    assert client.get("/admin/catalog/drama/999/gallery/").status_code == 404
