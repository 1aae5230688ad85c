from comments.models import Recipient
from comments.notification import links


def test_links_lead_to_where_it_was_asked_unless_the_site_has_an_address(settings):
    recipient = Recipient(origin="http://localhost:8000")
    assert links.whole("/a/", recipient) == "http://localhost:8000/a/"
    assert links.host(recipient) == "localhost"
    settings.SITE_URL = "https://dramas.example"
    assert links.whole("/a/", recipient) == "https://dramas.example/a/"
    assert links.host(recipient) == "dramas.example"
