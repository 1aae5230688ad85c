import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from catalog.models import Drama, DramaTag
from tests import factories
from tests.catalog.admin.formdata import add_row, form_data

LIST = "/admin/catalog/drama/"
ADD = "/admin/catalog/drama/add/"
TOMORROW = timezone.now() + datetime.timedelta(days=1)


def address(drama):
    return reverse("admin:catalog_drama_change", args=[drama.pk])


def full_drama(rows=3, **fields):
    """A drama with ``rows`` of everything that its form shows."""
    drama = factories.DramaFactory(
        poster=factories.PictureFactory(),
        backdrop=factories.PictureFactory(),
        countries=[factories.CountryFactory(code=code) for code in ("JP", "KR", "TW")[:rows]],
        genres=factories.GenreFactory.create_batch(rows),
        networks=factories.NetworkFactory.create_batch(rows),
        **fields,
    )
    for factory in (
        factories.AlternativeTitleFactory,
        factories.CreditFactory,
        factories.DramaTagFactory,
        factories.FormerSlugFactory,
        factories.GalleryImageFactory,
        factories.LinkFactory,
        factories.RelationFactory,
        factories.SeasonFactory,
    ):
        factory.create_batch(rows, drama=drama)
    for source in ("mydramalist", "tmdb", "imdb")[:rows]:
        factories.ListingFiguresFactory(drama=drama, source=source)
        factories.ExternalIdFactory(drama=drama, source=source)
    return drama


def saved(desk, page, **changes):
    """Sends the page's form with some changes."""
    data = form_data(desk.get(page)) | changes
    return desk.post(page, data)


def errors(response):
    """Those of the form and of its rows, by field."""
    forms = [response.context["adminform"].form]
    for inline in response.context["inline_admin_formsets"]:
        forms += inline.formset.forms
    return {
        form.add_prefix(field): list(found)
        for form in forms
        for field, found in form.errors.items()
    }


@pytest.mark.parametrize("rows", [1, 3])
def test_form_takes_the_same_queries_whatever_its_rows(desk, rows, django_assert_num_queries):
    drama = full_drama(rows)
    desk.get(ADD)
    with django_assert_num_queries(16):
        assert desk.get(address(drama)).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_list_takes_the_same_queries_whatever_its_rows(desk, rows, django_assert_num_queries):
    for _ in range(rows):
        full_drama(2)
    with django_assert_num_queries(8):
        assert desk.get(LIST).status_code == 200


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=litre", ["1 Litre of Tears"]),
        ("q=一リットル", ["1 Litre of Tears"]),
        ("q=Diary", ["1 Litre of Tears"]),
        ("publication=draft", ["A draft"]),
        ("publication=scheduled", ["Of tomorrow"]),
        ("publication=visible", ["1 Litre of Tears"]),
        ("publication=over", ["Of yesterday"]),
        ("kind__exact=film", ["A draft"]),
        ("poster__isempty=0", ["Of tomorrow"]),
        ("countries__code__exact=JP", ["1 Litre of Tears"]),
    ],
)
def test_list_finds_and_filters(desk, query, found):
    tears = factories.DramaFactory(
        title="1 Litre of Tears",
        native_title="一リットルの涙",
        countries=[factories.CountryFactory()],
    )
    factories.AlternativeTitleFactory(drama=tears, title="A Diary")
    factories.DramaFactory(title="A draft", publication="draft", kind="film")
    factories.DramaFactory(title="Of yesterday", unpublish_at=timezone.now())
    factories.DramaFactory(
        title="Of tomorrow",
        publication="scheduled",
        publish_at=TOMORROW,
        poster=factories.PictureFactory(),
    )
    shown = desk.get(f"{LIST}?{query}").context["cl"].result_list
    assert [drama.title for drama in shown] == found


def test_form_saved_as_it_is_changes_nothing(desk):
    drama = full_drama(released_on=datetime.date(2005, 10, 1), released_precision="month")
    before = {**Drama.objects.values().get(pk=drama.pk), "changed_at": None}
    response = saved(desk, address(drama))
    assert (response.status_code, response.headers.get("Location")) == (302, address(drama))
    assert {**Drama.objects.values().get(pk=drama.pk), "changed_at": None} == before
    assert (drama.credits.count(), drama.tags.count(), drama.gallery.count()) == (3, 3, 3)


def test_saving_does_not_look_at_rows_that_nobody_touched(desk, django_assert_max_num_queries):
    drama = full_drama(3)
    factories.CreditFactory.create_batch(40, drama=drama)
    data = form_data(desk.get(address(drama)))
    # Of these 28 are for what it was and what it is: catalog/revisions.
    with django_assert_max_num_queries(64):
        desk.post(address(drama), data)


def test_new_drama_gets_its_slug_from_the_title(desk):
    saved(desk, ADD, title="風の歌", released="2005-10", publication="draft")
    saved(desk, ADD, title="風の歌", released="2006", publication="draft")
    saved(desk, ADD, title="風の歌", publication="draft")
    dramas = Drama.objects.order_by("pk")
    base = dramas[0].slug
    assert [drama.slug for drama in dramas] == [base, f"{base}-2006", f"{base}-2"]
    assert base.isascii()
    assert str(dramas[0].released) == "2005-10"


def test_drama_whose_end_came_may_be_edited_as_before(desk):
    drama = factories.DramaFactory(unpublish_at=TOMORROW - datetime.timedelta(days=9))
    assert saved(desk, address(drama), title="Another").status_code == 302
    assert Drama.objects.values_list("title", "publication").get() == ("Another", "published")


def test_changed_slug_is_kept_as_a_former_one(desk):
    drama = factories.DramaFactory(slug="one")
    saved(desk, address(drama), slug="two")
    assert [former.slug for former in drama.former_slugs.all()] == ["one"]
    assert "one" in desk.get(address(drama)).context["adminform"].model_admin.former_addresses(
        Drama.objects.get(pk=drama.pk)
    )


def test_seasons_credits_and_tags_are_added_on_the_drama_page(desk):
    drama, person = factories.DramaFactory(), factories.PersonFactory()
    plain, spoiler = factories.TagFactory.create_batch(2)
    data = form_data(desk.get(address(drama)))
    add_row(data, "seasons", number=1)
    add_row(data, "credits", person=person.pk, role="main", character="Aya", order=0)
    data |= {"plain_tags": [plain.pk], "spoiler_tags": [spoiler.pk]}
    assert desk.post(address(drama), data).status_code == 302
    assert [season.number for season in drama.seasons.all()] == [1]
    assert [(c.person, c.character) for c in drama.credits.all()] == [(person, "Aya")]
    tags = DramaTag.objects.filter(drama=drama).order_by("is_spoiler")
    assert [(row.tag, row.is_spoiler) for row in tags] == [(plain, False), (spoiler, True)]


def test_long_cast_has_pages_that_save_their_own_rows(desk):
    drama = factories.DramaFactory()
    factories.CreditFactory.create_batch(60, drama=drama)
    page = f"{address(drama)}?credits-page=2"
    data = form_data(desk.get(page))
    assert data["credits-TOTAL_FORMS"] == ["10"]
    response = desk.post(page, data | {"credits-0-character": "Someone else"})
    assert response.status_code == 302
    assert drama.credits.filter(character="Someone else").count() == 1
    assert drama.credits.count() == 60


def split(name, day):
    """A day and a time, as the form sends them."""
    return {f"{name}_0": day, f"{name}_1": "00:00:00"}


FIELD_ERRORS = [
    ({"title": ""}, "title"),
    ({"title": "x" * 201}, "title"),
    ({"slug": "taken"}, "slug"),
    ({"slug": "no spaces"}, "slug"),
    ({"released": "2005-13"}, "released"),
    ({"released": "October"}, "released"),
    ({"released": "2005-10-11", "ended": "2005-10-10"}, "ended"),
    ({"released": "2005-10", "ended": "2004"}, "ended"),
    ({"publication": "scheduled"}, "publish_at"),
    ({"publication": "published"} | split("unpublish_at", "2020-01-01"), "unpublish_at"),
    (
        {"publication": "scheduled"}
        | split("publish_at", "2999-01-02")
        | split("unpublish_at", "2999-01-01"),
        "unpublish_at",
    ),
    ({"episode_count": "99999999999999999999"}, "episode_count"),
    ({"runtime": "-1"}, "runtime"),
    ({"original_language": "x" * 13}, "original_language"),
    ({"genres": ["0"]}, "genres"),
    ({"plain_tags": ["nonsense"]}, "plain_tags"),
]


@pytest.mark.parametrize(("changes", "field"), FIELD_ERRORS, ids=str)
@pytest.mark.parametrize("is_new", [True, False], ids=["add", "change"])
def test_bad_field_gets_its_message_and_keeps_what_was_typed(desk, changes, field, is_new):
    factories.DramaFactory(slug="taken")
    page = ADD if is_new else address(factories.DramaFactory(publication="draft"))
    typed = {"title": "A title", "synopsis": "Typed with care."} | changes
    response = saved(desk, page, **typed)
    assert response.status_code == 200
    assert list(errors(response)) == [field]
    kept = form_data(response)
    for name, value in typed.items():
        if name not in ("genres", "plain_tags"):
            assert kept[name] == [value]


def rows_of(prefix, *rows):
    return [(prefix, row) for row in rows]


ROW_ERRORS = {
    "equal titles": rows_of("alternative_titles", {"title": "A"}, {"title": "A"}),
    "title there already": rows_of("alternative_titles", {"title": "There"}),
    "long title": rows_of("alternative_titles", {"title": "x" * 201}),
    "equal seasons": rows_of("seasons", {"number": 7}, {"number": 7}),
    "season there already": rows_of("seasons", {"number": 1}),
    "same credit twice": rows_of(
        "credits",
        {"person": "PERSON", "role": "main", "order": 0},
        {"person": "PERSON", "role": "main", "order": 1},
    ),
    "credit without a person": rows_of("credits", {"role": "main", "order": 0}),
    "credit of nobody": rows_of("credits", {"person": "0", "role": "main", "order": 0}),
    "rating eleven": rows_of("figures", {"source": "tmdb", "rating": "11", "as_of": "2024-01-01"}),
    "figures without a date": rows_of("figures", {"source": "tmdb", "rating": "8"}),
    "figures of one source twice": rows_of(
        "figures",
        {"source": "tmdb", "as_of": "2024-01-01"},
        {"source": "tmdb", "as_of": "2024-01-02"},
    ),
    "external id of another": rows_of("external_ids", {"source": "tmdb", "value": "taken"}),
    "external id twice": rows_of(
        "external_ids", {"source": "imdb", "value": "1"}, {"source": "imdb", "value": "1"}
    ),
    "link to a script": rows_of("links", {"kind": "official", "url": "javascript:alert(1)"}),
    "link twice": rows_of(
        "links",
        {"kind": "watch", "url": "https://a.example/"},
        {"kind": "watch", "url": "https://a.example/"},
    ),
    "relation twice": rows_of(
        "relations", {"kind": "sequel", "other": "OTHER"}, {"kind": "sequel", "other": "OTHER"}
    ),
    "picture without a file": rows_of("gallery", {"kind": "still", "caption": "No file"}),
}


@pytest.mark.parametrize("rows", ROW_ERRORS.values(), ids=ROW_ERRORS.keys())
@pytest.mark.parametrize("is_new", [True, False], ids=["add", "change"])
def test_bad_row_gets_a_message_and_keeps_what_was_typed(desk, rows, is_new):
    other = factories.DramaFactory(title="The other")
    factories.ExternalIdFactory(source="tmdb", value="taken", drama=other)
    drama = factories.DramaFactory(publication="draft")
    factories.SeasonFactory(drama=drama, number=1)
    factories.AlternativeTitleFactory(drama=drama, title="There", language="")
    page = ADD if is_new else address(drama)
    data = form_data(desk.get(page)) | {"title": "A title"}
    stand_ins = {"PERSON": factories.PersonFactory().pk, "OTHER": other.pk}
    for prefix, row in rows:
        add_row(data, prefix, **{k: stand_ins.get(v, v) for k, v in row.items()})
    response = desk.post(page, data)
    if is_new and response.status_code == 302:
        # A new drama has no rows yet that these could repeat.
        assert rows in (ROW_ERRORS["title there already"], ROW_ERRORS["season there already"])
        return
    assert response.status_code == 200
    assert response.context["errors"]
    kept = form_data(response)
    for name, value in data.items():
        if name.startswith(rows[0][0]) and not name.endswith("picture"):
            assert kept[name] == value if isinstance(value, list) else [str(value)]


def test_relation_to_itself_is_refused_beside_the_field(desk):
    drama = factories.DramaFactory()
    data = form_data(desk.get(address(drama)))
    add_row(data, "relations", kind="sequel", other=drama.pk)
    response = desk.post(address(drama), data)
    assert errors(response) == {"relations-0-other": ["A drama cannot be related to itself."]}


def test_external_id_of_another_drama_says_whose_it_is(desk):
    other = factories.DramaFactory(title="The other")
    factories.ExternalIdFactory(source="tmdb", value="1", drama=other)
    drama = factories.DramaFactory()
    data = form_data(desk.get(address(drama)))
    add_row(data, "external_ids", source="tmdb", value="1")
    found = errors(desk.post(address(drama), data))
    assert found == {"external_ids-0-value": ["“The other” has this id already."]}


def test_picture_without_alternative_text_is_not_published(desk):
    drama = factories.DramaFactory(publication="draft", poster=factories.PictureFactory(alt=""))
    found = errors(saved(desk, address(drama), publication="published"))
    assert list(found) == ["poster"]


@pytest.mark.parametrize(
    ("publication", "is_offered"), [("published", True), ("draft", False), ("scheduled", False)]
)
def test_view_on_site_is_offered_when_visitors_may_read_it(desk, publication, is_offered):
    drama = factories.DramaFactory(publication=publication, publish_at=TOMORROW)
    page = desk.get(address(drama)).content.decode()
    assert (f'href="{drama.get_absolute_url()}"' in page) is is_offered


def test_one_who_may_only_look_gets_the_page(client, editor, django_assert_max_num_queries):
    editor.user_permissions.set(editor.user_permissions.filter(codename__startswith="view_"))
    client.force_login(editor)
    page = address(full_drama(3))
    with django_assert_max_num_queries(17):
        response = client.get(page)
    assert (response.status_code, b'name="_save"' in response.content) == (200, False)


def test_history_and_deletion_stay_within_their_queries(desk, django_assert_max_num_queries):
    drama = full_drama(3)
    for view in ("history", "delete"):
        with django_assert_max_num_queries(9):
            page = reverse(f"admin:catalog_drama_{view}", args=[drama.pk])
            assert desk.get(page).status_code == 200
    assert desk.post(page, {"post": "yes"}).status_code == 302
    assert not Drama.objects.filter(pk=drama.pk).exists()
