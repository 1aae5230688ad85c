import pytest

from comments.models import Decision, State

LIST = "/admin/comments/decision/"
UNDO = f"{LIST}undo/"


@pytest.fixture
def decision(said, admin_user):
    said(state=State.HELD).approve(admin_user)
    return Decision.objects.get()


def page_of(reply):
    return f"/admin/comments/reply/{reply.pk}/change/"


def test_undo_on_the_page_of_the_reply_leads_back_to_it(admin_client, decision):
    page = page_of(decision.reply)
    address = f"{UNDO}?next={page}"
    assert f'formaction="{address}"' in admin_client.get(page).content.decode()
    response = admin_client.post(address, {"decision": decision.pk})
    assert (response.status_code, response.url) == (302, page)
    decision.reply.refresh_from_db()
    assert decision.reply.state == State.HELD


def test_undo_of_what_was_overruled_says_so(admin_client, decision):
    decision.reply.remove()
    page = admin_client.post(UNDO, {"decision": decision.pk}, follow=True).content.decode()
    assert "Something else was decided since, so it stands: 1 not taken back." in page
    decision.reply.refresh_from_db()
    assert decision.reply.state == State.REMOVED


def test_undo_is_an_action_of_the_list(admin_client, decision):
    data = {"action": "take_back", "_selected_action": [decision.pk]}
    page = admin_client.post(LIST, data, follow=True).content.decode()
    assert "1 decision taken back." in page


@pytest.mark.parametrize("number", ["", "x", "0", "9" * 30, "9" * 5000, "1\x00"])
def test_undo_of_nothing_does_nothing(admin_client, decision, number):
    assert admin_client.post(UNDO, {"decision": number}).status_code == 302
    assert Decision.objects.count() == 1


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:x"])
def test_undo_never_leads_elsewhere(admin_client, decision, elsewhere):
    response = admin_client.post(f"{UNDO}?next={elsewhere}", {"decision": decision.pk})
    assert response.url == LIST


def test_undo_by_a_link_is_refused(admin_client, decision):
    assert admin_client.get(UNDO, {"decision": decision.pk}).status_code == 405


def test_reader_sees_the_log_and_cannot_undo(reader, decision):
    html = reader.get(LIST).content.decode()
    assert "Words number" in html
    assert "take_back" not in html
    assert "Undo" not in reader.get(page_of(decision.reply)).content.decode()
    assert reader.post(UNDO, {"decision": decision.pk}).status_code == 403
    assert Decision.objects.count() == 1


def test_log_is_neither_written_nor_deleted_by_hand(admin_client, decision):
    assert admin_client.get(f"{LIST}add/").status_code == 403
    assert admin_client.get(f"{LIST}{decision.pk}/delete/").status_code == 403
    assert "delete_selected" not in admin_client.get(LIST).content.decode()


def test_reply_is_deleted_with_its_log(admin_client, decision):
    address = f"/admin/comments/reply/{decision.reply_id}/delete/"
    assert admin_client.post(address, {"post": "yes"}).status_code == 302
    assert Decision.objects.count() == 0


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_few_queries(admin_client, said, admin_user, number, django_assert_num_queries):
    for _ in range(number):
        said(state=State.HELD).mark_spam(admin_user)
    with django_assert_num_queries(6):
        admin_client.get(LIST)
