import pytest
from django.template import Context, Template

from dramasite.templatetags.head import open_graph

HEAD = (
    '<title>A "b" &lt;c&gt; – Site &amp; Co</title>'
    '<meta name="description" content="What it is"><link rel="canonical" href="https://d/x/?a=1">'
)


def test_head_is_told_once_more():
    source = "{% load head %}{% head %}" + HEAD + "{% endhead %}"
    html = Template(source).render(Context({"site_name": "Site & Co"}))
    assert html.removeprefix(HEAD).split("\n  ") == [
        '<meta property="og:site_name" content="Site &amp; Co">',
        '<meta property="og:title" content="A &quot;b&quot; &lt;c&gt;">',
        '<meta property="og:description" content="What it is">',
        '<meta property="og:url" content="https://d/x/?a=1">',
        '<meta property="og:locale" content="en">',
        '<meta name="twitter:title" content="A &quot;b&quot; &lt;c&gt;">',
        '<meta name="twitter:description" content="What it is">',
        "",
    ]


@pytest.mark.parametrize("head", ["", "<title>x</title>"])
def test_page_without_an_address_has_nothing_to_share(head):
    assert open_graph(head, "Site") == ""
