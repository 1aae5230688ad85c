from catalog.models import Drama
from catalog.previews import preview_of
from tests import factories
from tests.catalog.admin.test_drama import ADD, address


def test_form_of_a_draft_leads_to_its_preview(desk):
    drama = factories.DramaFactory(publication="draft")
    html = desk.get(address(drama)).content.decode()
    path = preview_of(drama).path
    assert html.count(f'<a href="{path}">') == 2
    assert f">http://testserver{path}</a>" in html


def test_form_of_what_visitors_see_offers_no_preview(desk):
    assert "/previews/" not in desk.get(address(factories.DramaFactory())).content.decode()
    assert "/previews/" not in desk.get(ADD).content.decode()


def test_links_are_withdrawn_on_the_form(desk):
    drama = factories.DramaFactory(publication="draft")
    action = "withdraw_previews"
    data = {"CHANGE_FORM-action": action, "action": action, "_selected_action": drama.pk}
    response = desk.post(address(drama), data, follow=True)
    assert [str(m) for m in response.context["messages"]] == [
        "No link to the preview that was made before opens any more."
    ]
    assert Drama.objects.get().preview_round == 1
