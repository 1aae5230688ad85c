import datetime
import re

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse
from django.utils import timezone

from catalog.models import Drama, Finding
from catalog.quality.check import check_all
from catalog.quality.rules import OF_A_DRAMA
from tests import factories
from tests.catalog.admin.formdata import form_data
from tests.catalog.quality.test_check import sound

pytestmark = pytest.mark.django_db

LIST = "/admin/catalog/finding/"


def judge(finding):
    return reverse("admin:catalog_finding_judge", args=[finding.pk])


def shown(response):
    return [(each.subject, each.rule) for each in response.context["page"]]


@pytest.fixture
def found():
    """An error, a warning and a hint, of three dramas."""
    dramas = [
        sound(runtime=600),
        sound(runtime=98),
        sound(synopsis="A harbour that has no end at all"),
    ]
    dramas[2].synopsis += ", and no full stop"
    dramas[2].save()
    check_all()
    return dramas


def test_list_is_ordered_by_severity(desk, found):
    response = desk.get(LIST)
    error, warning, hint = found
    assert shown(response) == [
        (error, "impossible-runtime"),
        (warning, "unusual-runtime"),
        (hint, "synopsis-cut-off"),
    ]
    html = response.content.decode()
    assert "No episode takes 600 minutes." in html
    assert f"/admin/catalog/drama/{error.pk}/change/#id_runtime" in html


@pytest.mark.parametrize(
    ("query", "rules"),
    [
        ("severity=2", ["unusual-runtime"]),
        ("rule=synopsis-cut-off", ["synopsis-cut-off"]),
        ("severity=1&rule=synopsis-cut-off", []),
        ("shown=silenced", []),
        (
            "severity=9&rule=%00&shown=x&severity=",
            ["impossible-runtime", "unusual-runtime", "synopsis-cut-off"],
        ),
    ],
)
def test_list_is_narrowed(desk, found, query, rules):
    assert [rule for _subject, rule in shown(desk.get(f"{LIST}?{query}"))] == rules


@pytest.mark.parametrize("page", ["0", "2", "99999999999999999999", "x", "%00"])
def test_page_that_is_not_there_is_not_found(desk, found, page):
    assert desk.get(f"{LIST}?page={page}").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_list_takes_the_same_queries_whatever_its_rows(desk, rows, django_assert_num_queries):
    for _ in range(rows):
        factories.RedirectFactory(address="/nowhere/")
        sound(runtime=600)
    check_all()
    desk.get(LIST)
    with django_assert_num_queries(8):
        assert len(desk.get(LIST).context["page"]) == 2 * rows


def test_what_is_right_is_silenced_and_heard_again(desk, found):
    finding = found[0].findings.get()
    response = desk.post(judge(finding), {"is": "right", "back": "severity=1"})
    assert response.headers["Location"] == f"{LIST}?severity=1"
    finding.refresh_from_db()
    assert (finding.silenced_by, finding.silenced_at is not None) == ("editor", True)
    assert shown(desk.get(f"{LIST}?shown=silenced")) == [(found[0], "impossible-runtime")]
    assert len(shown(desk.get(LIST))) == 2
    desk.post(judge(finding), {"is": "wrong"})
    finding.refresh_from_db()
    assert (finding.silenced_by, finding.silenced_at) == ("", None)


@pytest.mark.parametrize("back", ["//evil.test/", "https://evil.test/", "\r\nX: y", "#", "\0"])
def test_judging_leads_back_to_the_list_and_nowhere_else(desk, found, back):
    finding = found[0].findings.get()
    response = desk.post(judge(finding), {"is": "right", "back": back})
    assert response.headers["Location"].partition("?")[0] == LIST


def test_judging_is_posted_and_needs_what_is_there(desk, found):
    assert desk.get(judge(found[0].findings.get())).status_code == 405
    assert desk.post(f"{LIST}{10**30}/judge/").status_code == 404


def test_who_may_only_look_judges_nothing(client, found):
    user = User.objects.create_user("reader", is_staff=True)
    client.force_login(user)
    finding = found[0].findings.get()
    assert (client.get(LIST).status_code, client.post(judge(finding)).status_code) == (403, 403)
    user.user_permissions.add(Permission.objects.get(codename="view_drama"))
    response = client.get(LIST)
    assert response.status_code == 200
    assert "This is right" not in response.content.decode()
    assert client.post(judge(finding), {"is": "right"}).status_code == 403
    assert Finding.objects.silenced().count() == 0


def test_form_of_a_drama_tells_its_own(desk, found):
    address = reverse("admin:catalog_drama_change", args=[found[0].pk])
    html = desk.get(address).content.decode()
    assert "1 thing here does not make sense" in html
    assert "No episode takes 600 minutes." in html
    response = desk.post(judge(found[0].findings.get()), {"is": "right", "back": "form"})
    assert response.headers["Location"] == address
    assert "make sense" not in desk.get(address).content.decode()


@pytest.mark.django_db(transaction=True)
def test_saved_drama_is_looked_over_at_once(desk, found):
    drama = found[0]
    address = reverse("admin:catalog_drama_change", args=[drama.pk])
    desk.post(address, form_data(desk.get(address)) | {"runtime": "46"})
    assert Drama.objects.get(pk=drama.pk).runtime == 46
    assert drama.findings.count() == 0


@pytest.mark.django_db(transaction=True)
def test_picture_that_is_given_words_is_looked_over_at_once(desk):
    picture = factories.PictureFactory(alt="")
    drama = sound()
    factories.GalleryImageFactory(drama=drama, picture=picture)
    check_all()
    finding = drama.findings.get()
    address = f"/admin/catalog/picture/{picture.pk}/change/"
    assert (finding.rule, f'href="{address}"' in desk.get(LIST).content.decode()) == (
        "picture-without-words",
        True,
    )
    desk.post(address, form_data(desk.get(address)) | {"alt": "A harbour"})
    assert drama.findings.count() == 0


def test_every_way_to_mend_leads_to_a_field_or_group_of_the_form(desk):
    drama = sound()
    html = desk.get(reverse("admin:catalog_drama_change", args=[drama.pk])).content.decode()

    ways = {rule.mend for rule in OF_A_DRAMA} - {"season", "picture"}
    assert sorted(way for way in ways if f'id="{way}"' not in html) == []


def test_first_page_counts_what_is_open(desk, found):
    html = desk.get("/admin/").content.decode()
    numbers = re.findall(r"\?severity=(\d).*?<span>(\d+)</span>", html)
    assert numbers == [("1", "1"), ("2", "1"), ("3", "1")]


def test_silenced_since_yesterday_says_by_whom(desk, found):
    when = timezone.now() - datetime.timedelta(days=1)
    Finding.objects.update(silenced_at=when, silenced_by="<b>Mio</b>")
    html = desk.get(f"{LIST}?shown=silenced").content.decode()
    assert "Called right by &lt;b&gt;Mio&lt;/b&gt; on" in html
