from django.template import Template
from django.template.context import Context


def test_browse_url_is_a_tag():
    page = Template('{% load browsing %}{% browse_url genre="war" years=2005 %}')
    assert page.render(Context()) == "/dramas/?genre=war&amp;years=2005"
