import pytest
from django.contrib.auth.models import Permission

from comments.models import ModerationRules

RULES = "/admin/comments/moderationrules/"


def test_list_of_one_row_leads_to_its_form(admin_client):
    assert admin_client.get(RULES).url == f"{RULES}add/"
    ModerationRules.objects.create(pk=1)
    assert admin_client.get(RULES).url == f"{RULES}1/change/"


@pytest.mark.parametrize("page", ["add/", "1/change/"])
def test_form_offers_no_second_row(admin_client, page):
    if page != "add/":
        ModerationRules.objects.create(pk=1)
    html = admin_client.get(RULES + page).content.decode()
    assert "<h1>Rules for conversations</h1>" in html
    assert "_addanother" not in html
    assert 'name="_save"' in html


def test_whoever_may_not_make_the_row_sees_that_there_is_none(client, django_user_model):
    user = django_user_model.objects.create_user("reader", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_moderationrules"))
    client.force_login(user)
    assert client.get(RULES).status_code == 200
