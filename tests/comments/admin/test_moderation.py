from comments.models import ModerationRules

ADD = "/admin/comments/moderationrules/add/"


def test_rules_are_saved_once_and_changed(admin_client):
    assert admin_client.post(ADD, {"close_after_days": 30, "slow_minutes": 0}).status_code == 302
    assert ModerationRules.now().close_after_days == 30
    assert admin_client.get(ADD).status_code == 403
    change = {"close_after_days": "", "slow_minutes": 5}
    admin_client.post("/admin/comments/moderationrules/1/change/", change)
    rules = ModerationRules.now()
    assert (rules.close_after_days, rules.slow_minutes) == (None, 5)


def test_rules_that_make_no_sense_are_told(admin_client):
    page = admin_client.post(ADD, {"close_after_days": 0, "slow_minutes": 9999})
    html = page.content.decode()
    assert "Give 1 to 3650 days" in html
    assert "a day, at most" in html
