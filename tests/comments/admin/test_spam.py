from comments.models import SpamRules

ADD = "/admin/comments/spamrules/add/"
FIELDS = {"hold_from": 4, "spam_from": 8, "hold_newcomers": "on"}


def test_rules_are_saved_once(admin_client):
    assert admin_client.post(ADD, FIELDS).status_code == 302
    rules = SpamRules.objects.get()
    assert (rules.pk, rules.hold_from, rules.spam_from, rules.hold_newcomers) == (1, 4, 8, True)
    assert admin_client.get(ADD).status_code == 403


def test_rules_that_make_no_sense_are_told(admin_client):
    response = admin_client.post(ADD, FIELDS | {"spam_from": 3})
    assert response.status_code == 200
    assert "errornote" in response.content.decode()
    assert not SpamRules.objects.exists()


def test_rules_are_changed_and_taken_back(admin_client):
    admin_client.post(ADD, FIELDS)
    admin_client.post("/admin/comments/spamrules/1/change/", FIELDS | {"hold_from": 2})
    assert SpamRules.now().hold_from == 2
    admin_client.post("/admin/comments/spamrules/1/delete/", {"post": "yes"})
    assert SpamRules.now().hold_from == 5
