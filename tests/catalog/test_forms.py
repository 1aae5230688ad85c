import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import inlineformset_factory

from catalog.forms import ModelFormWithPictures, PictureField
from catalog.models import Drama, GalleryImage, Picture
from tests.catalog.photos import a_picture, photo

pytestmark = pytest.mark.django_db

DRAFT = {"title": "A", "slug": "a", "kind": "series", "publication": "draft"}
PUBLISHED = {**DRAFT, "publication": "published"}
NO_ALT = "Say what the picture shows: without it the picture cannot be published."


class DramaForm(ModelFormWithPictures):
    poster = PictureField()

    class Meta:
        model = Drama
        fields = ["title", "slug", "kind", "publication", "poster"]


class GalleryForm(ModelFormWithPictures):
    picture = PictureField(required=True)

    class Meta:
        model = GalleryImage
        fields = ["picture", "kind", "caption", "order"]


Gallery = inlineformset_factory(Drama, GalleryImage, form=GalleryForm, extra=1)


def drama_with(poster=None, **values):
    return Drama.objects.create(title="A", slug="a", poster=poster, **values)


def gallery_data(initial, **values):
    management = {"gallery-TOTAL_FORMS": 1, "gallery-INITIAL_FORMS": initial}
    row = {f"gallery-0-{name}": value for name, value in values.items()}
    return {**management, "gallery-0-kind": "still", "gallery-0-order": 0, **row}


def test_upload_becomes_the_picture_of_the_row():
    form = DramaForm(
        {**DRAFT, "poster_alt": " A girl ", "poster_credit": "X"}, {"poster_file": photo()}
    )
    drama = form.save()
    drama.refresh_from_db()
    seen = drama.poster
    assert (seen.alt, seen.credit, seen.width, seen.height) == ("A girl", "X", 64, 48)


def test_form_without_picture_leaves_the_row_without():
    form = DramaForm(DRAFT)
    assert (form.save().poster, Picture.objects.count()) == (None, 0)


def test_saving_unchanged_keeps_the_picture():
    drama = drama_with(a_picture(alt="A girl"))
    form = DramaForm({**DRAFT, "poster_alt": "A girl"}, instance=drama)
    assert (form.is_valid(), form.has_changed()) == (True, False)
    assert form.save().poster == Picture.objects.get()


def test_other_words_change_the_picture_and_not_its_file():
    picture = a_picture(alt="A girl")
    form = DramaForm({**DRAFT, "poster_alt": "A boy"}, instance=drama_with(picture))
    assert form.changed_data == ["poster"]
    form.save()
    changed = Picture.objects.get()
    assert (changed.pk, changed.alt, changed.token) == (picture.pk, "A boy", picture.token)


def test_replaced_picture_is_deleted_unless_it_is_shown_elsewhere():
    old = a_picture()
    drama = drama_with(old)
    Drama.objects.create(title="B", slug="b", poster=old)
    DramaForm(DRAFT, {"poster_file": photo()}, instance=drama).save()
    assert Picture.objects.filter(pk=old.pk).exists()
    newer = Drama.objects.get(slug="a").poster
    DramaForm(DRAFT, {"poster_file": photo()}, instance=Drama.objects.get(slug="a")).save()
    assert not Picture.objects.filter(pk=newer.pk).exists()


def test_cleared_picture_is_taken_away():
    form = DramaForm({**DRAFT, "poster_clear": "on"}, instance=drama_with(a_picture()))
    form.save()
    assert (Drama.objects.get().poster, Picture.objects.count()) == (None, 0)


def test_saving_without_commit_works_as_the_admin_does_it():
    form = DramaForm({**DRAFT, "poster_alt": "A girl"}, {"poster_file": photo()})
    drama = form.save(commit=False)
    drama.save()
    form.save_m2m()
    assert Drama.objects.get().poster.alt == "A girl"


@pytest.mark.parametrize(
    ("data", "files", "message"),
    [
        ({"poster_alt": "A girl"}, False, "Choose a file to go with these words."),
        (
            {"poster_clear": "on"},
            True,
            "Either send a new file or take the picture away, not both.",
        ),
    ],
)
def test_contradictions_are_errors_beside_the_field(data, files, message):
    form = DramaForm({**DRAFT, **data}, {"poster_file": photo()} if files else {})
    assert form.errors == {"poster": [message]}


def test_broken_file_is_an_error_and_the_words_stay():
    broken = SimpleUploadedFile("x.jpg", b"no picture")
    form = DramaForm({**DRAFT, "poster_alt": "A girl"}, {"poster_file": broken})
    assert list(form.errors) == ["poster"]
    assert 'value="A girl"' in str(form["poster"])


def test_long_words_are_refused():
    form = DramaForm({**DRAFT, "poster_alt": "x" * 301}, {"poster_file": photo()})
    assert list(form.errors) == ["poster"]


@pytest.mark.parametrize("publication", ["published", "scheduled"])
def test_published_drama_needs_alternative_text(publication):
    form = DramaForm({**DRAFT, "publication": publication}, {"poster_file": photo()})
    assert form.errors["poster"] == [NO_ALT]
    assert Picture.objects.count() == 0


def test_publishing_a_draft_with_an_undescribed_poster_is_refused():
    form = DramaForm(PUBLISHED, instance=drama_with(a_picture(alt="")))
    assert form.errors["poster"] == [NO_ALT]


def test_gallery_row_takes_a_picture():
    drama = drama_with(publication="published")
    data = gallery_data(0, picture_alt="A girl")
    gallery = Gallery(data, {"gallery-0-picture_file": photo()}, instance=drama)
    assert gallery.is_valid()
    gallery.save()
    assert [image.picture.alt for image in drama.gallery.all()] == ["A girl"]


def test_empty_gallery_row_is_no_row():
    gallery = Gallery(gallery_data(0), instance=drama_with())
    assert (gallery.is_valid(), gallery.save()) == (True, [])


def test_gallery_row_of_a_published_drama_needs_alternative_text():
    drama = drama_with(publication="published")
    gallery = Gallery(gallery_data(0), {"gallery-0-picture_file": photo()}, instance=drama)
    assert gallery.errors == [{"picture": [NO_ALT]}]


def test_gallery_row_without_file_is_refused():
    gallery = Gallery(gallery_data(0, caption="x"), instance=drama_with())
    assert gallery.errors == [{"picture": ["Choose a file."]}]


def test_required_field_offers_nothing_to_clear():
    image = GalleryImage.objects.create(drama=drama_with(), picture=a_picture())
    assert "picture_clear" not in str(GalleryForm(instance=image)["picture"])


def test_input_shows_the_present_picture_and_nothing_inline():
    html = str(DramaForm(instance=drama_with(a_picture(200, 100)))["poster"])
    token = Picture.objects.get().token
    assert f'src="/media/pictures/{token}/160.jpg" width="160" height="80"' in html
    assert "style=" not in html
    assert [f'name="poster_{part}"' in html for part in ("file", "alt", "credit", "clear")] == [
        True
    ] * 4
