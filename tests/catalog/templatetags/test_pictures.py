import pytest
from django.template import Context, Template
from django.test import TestCase

from catalog.models import Drama, Person, Picture
from catalog.templatetags.pictures import HUES

TOKEN = "0123456789abcdef"


def picture(width=1200, height=1800):
    return Picture(token=TOKEN, width=width, height=height, colour="#3366cc", alt='A "girl"')


def rendered(tag, **context):
    html = Template("{% load pictures %}{% " + tag + " %}").render(Context(context))
    return html.replace("\n", "").replace(f"/media/pictures/{TOKEN}/", "~")


def test_poster_card_is_a_picture_without_words():
    sizes = "(min-width:64em) 12rem, (min-width:48em) 23vw, (min-width:32em) 30vw, 45vw"
    assert rendered('poster drama "card"', drama=Drama(title="A", slug="a", poster=picture())) == (
        '<div class="poster"><svg class="swatch" aria-hidden="true">'
        '<rect fill="#3366cc" width="100%" height="100%"/></svg><picture>'
        '<source type="image/avif" '
        f'srcset="~160.avif 160w, ~320.avif 320w, ~480.avif 480w" sizes="{sizes}">'
        '<source type="image/webp" '
        f'srcset="~160.webp 160w, ~320.webp 320w, ~480.webp 480w" sizes="{sizes}">'
        '<img src="~320.jpg" width="320" height="480" alt="" loading="lazy" decoding="async">'
        "</picture></div>"
    )


def test_large_poster_says_what_it_shows():
    html = rendered('poster drama "large"', drama=Drama(title="A", slug="a", poster=picture()))
    assert 'alt="A &quot;girl&quot;"' in html


def test_priority_is_fetched_first_and_not_lazily():
    html = rendered('picture picture "full" priority=True', picture=picture())
    assert ('fetchpriority="high"' in html, 'loading="lazy"' in html) == (True, False)


def test_poster_and_backdrop_are_drawn_when_there_is_none():
    drama = Drama(title="A", slug="a")
    art = rendered('poster drama "card"', drama=drama)
    version = art.partition("?v=")[2][:8]
    assert art == (
        f'<div class="poster"><img src="/dramas/a/poster.svg?v={version}" width="400" height="600" '
        'alt="" loading="lazy" decoding="async"></div>'
    )
    assert rendered("backdrop drama", drama=drama) == (
        f'<img src="/dramas/a/backdrop.svg?v={version}" width="1680" height="720" '
        'alt="" fetchpriority="high" decoding="async">'
    )


def test_person_without_portrait_is_a_monogram():
    html = rendered('portrait person "card"', person=Person(name="Erika <Sawajiri"))
    hue = html.partition("hue-")[2].partition('"')[0]
    assert html == (f'<div class="portrait monogram hue-{hue}" aria-hidden="true">E&lt;</div>')
    assert 0 <= int(hue) < HUES


@pytest.mark.parametrize("role", ["card", "large"])
def test_portrait_is_a_picture(role):
    html = rendered(f'portrait person "{role}"', person=Person(name="A", portrait=picture()))
    assert html.startswith('<div class="portrait"><svg class="swatch"')


def test_numbers_are_written_plainly_under_every_format():
    html = rendered('picture picture "full"', picture=picture(4000, 3000))
    assert 'width="960" height="720"' in html
    assert "~1440.avif 1440w" in html


class Queries(TestCase):
    def test_tags_make_no_query(self):
        kept = picture()
        kept.original.name = "x.jpg"
        kept.save()
        Drama.objects.create(title="A", slug="a", poster=kept)
        drama = Drama.objects.with_posters().get()
        with self.assertNumQueries(0):
            rendered("poster drama", drama=drama)
