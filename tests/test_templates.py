"""Templates: small, explicit about what they need, translated, and nothing inline."""

import re
from pathlib import Path

import pytest
from django.template import Template, TemplateDoesNotExist, TemplateSyntaxError, loader
from django.urls import NoReverseMatch, reverse

from tests.source import ROOT

TEMPLATES = ROOT / "templates"
PAGE, PARTIAL = 150, 40
# Crispy names the templates of a pack, and includes them with its whole context.
PACK = "house"
# A mail carries its own style: the policy is of our pages, and no mail program loads a sheet.
MAILS = "mail"
STYLE = re.compile(r"<style\b", re.I)
# The names of classes are for the stylesheets.
CLASS_BLOCK = re.compile(r"\{% block \w*class\w* %\}.*?\{% endblock %\}", re.DOTALL)

COMMENT = re.compile(r"\{#.*?#\}|\{% comment.*?endcomment %\}|<!--.*?-->", re.DOTALL)
TRANSLATED = re.compile(r"\{% blocktranslate.*?\{% endblocktranslate %\}", re.DOTALL)
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
ELEMENT = re.compile(r"""<(?:"[^"]*"|'[^']*'|[^>"'])*>""", re.DOTALL)
SPOKEN_ATTRIBUTE = re.compile(r'\b(?:alt|aria-label|placeholder|title)="([^"]*)"')
INLINE = (
    STYLE,
    re.compile(r"<script\b(?![^>]*\b(?:src=|type=\"application/ld\+json\"))", re.I),
    re.compile(r"\sstyle\s*=", re.I),
    re.compile(r"\son[a-z]+\s*=", re.I),
    re.compile(r"javascript:", re.I),
)
QUERY_KEY = re.compile(r"[?&]\w+=")
INCLUDE = re.compile(r"\{% include (.*?) %\}")
URL = re.compile(r"""\{% url ["']([\w:-]+)["']""")


def paths():
    return sorted(path.relative_to(TEMPLATES) for path in TEMPLATES.rglob("*.html"))


def is_partial(path):
    return path.name.startswith("_")


def complaints(path, source):
    """What is wrong with a template, in words."""
    lines = source.splitlines()
    most = PARTIAL if is_partial(path) else PAGE
    if len(lines) > most:
        yield f"{path}: {len(lines)} lines of {most}"
    if is_partial(path) and not re.match(r"\{# needs: .+ #\}$", lines[0]):
        yield f"{path}: the first line does not say what it needs"
    inline = [each for each in INLINE if not (each is STYLE and MAILS in path.parts)]
    yield from (f"{path}: inline {each.pattern}" for each in inline if each.search(source))
    if PACK not in path.parts:
        yield from (
            f"{path}: included without only: {what}"
            for what in INCLUDE.findall(source)
            if not what.endswith(" only") and '"admin/' not in what
        )
    yield from (f"{path}: not translated: {word}" for word in untranslated(source))


def untranslated(source):
    """Words that people would read in English whatever the site's language."""
    text = TRANSLATED.sub("", CLASS_BLOCK.sub("", COMMENT.sub("", source)))
    spoken = [
        TAG.sub("", TAG.sub("", value)) for value in SPOKEN_ATTRIBUTE.findall(TAG.sub("", text))
    ]
    visible = QUERY_KEY.sub(" ", ELEMENT.sub(" ", TAG.sub(" ", text)))
    return re.findall(r"[^\W\d_]{2,}", re.sub(r"&#?\w+;", " ", " ".join([visible, *spoken])))


def exists(name):
    try:
        reverse(name)
    except NoReverseMatch as error:
        # Or else it is there, and asks for arguments.
        return "is not a valid view" not in str(error)
    return True


@pytest.mark.parametrize("path", paths(), ids=str)
def test_template_compiles(path):
    loader.get_template(str(path))


def test_templates_keep_the_conventions():
    sources = {path: (TEMPLATES / path).read_text() for path in paths()}
    found = [each for path, source in sources.items() for each in complaints(path, source)]
    assert found == []


def test_every_named_address_exists():
    sources = [(TEMPLATES / path).read_text() for path in paths()]
    names = {name for source in sources for name in URL.findall(source)}
    assert [name for name in sorted(names) if not exists(name)] == []


def test_every_included_template_exists():
    sources = [(TEMPLATES / path).read_text() for path in paths()]
    for name in {name for source in sources for name in re.findall(r'% include "(.*?)"', source)}:
        loader.get_template(name)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("page.html", "\n" * 151),
        ("_card.html", "{# needs: drama #}" + "\n<p></p>" * 40),
        ("_card.html", "<p></p>"),
        ("page.html", '<p style="color: red"></p>'),
        ("page.html", "<style></style>"),
        ("page.html", "<script></script>"),
        ("page.html", '<a onclick="go()"></a>'),
        ("page.html", '<a href="javascript:go()"></a>'),
        ("page.html", '{% include "_card.html" with drama=drama %}'),
        ("page.html", "<p>{{ drama }} Synopsis</p>"),
        ("page.html", '<img alt="Poster">'),
        ("page.html", "{% if drama %}Yes{% endif %}"),
    ],
)
def test_bad_template_is_found(name, source):
    assert len(list(complaints(Path(name), source))) == 1


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("_card.html", "{# needs: drama #}\n<p>{{ drama.title }}</p>"),
        ("page.html", '<script type="module" src="{% static "js/x.js" %}"></script>'),
        ("page.html", '<h2>{% translate "Synopsis" %}</h2>'),
        ("page.html", "{% blocktranslate with n=n %}{{ n }} <b>replies</b>{% endblocktranslate %}"),
        ("page.html", '{# a comment #}<img alt="{{ picture.alt }}">&middot; 1 – {{ x }}'),
        ("page.html", '<p title="{% translate "Native title" %}" lang="{{ lang }}"></p>'),
        ("page.html", '{% include "_card.html" with drama=drama only %}'),
        ("page.html", "{% block canonical %}{{ url }}?page={{ n }}{% endblock %}"),
        ("page.html", "{% block page_class %}page-drama{% endblock %}"),
        ("house/field.html", '{% include "house/errors.html" %}'),
        ("comments/mail/base.html", "<style></style>"),
    ],
)
def test_good_template_is_left_alone(name, source):
    assert list(complaints(Path(name), source)) == []


def test_template_that_does_not_compile_is_found():
    with pytest.raises((TemplateSyntaxError, TemplateDoesNotExist)):
        Template("{% load nothing_of_ours %}")


@pytest.mark.parametrize(("name", "expected"), [("admin:index", True), ("nowhere", False)])
def test_name_of_an_address_is_looked_up(name, expected):
    assert exists(name) == expected
