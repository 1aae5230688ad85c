import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from comments.visitor import COOKIE, ONE_YEAR, visitor_of


def posting(cookie="", address="203.0.113.7", secure=False):
    request = RequestFactory().post("/", REMOTE_ADDR=address, secure=secure)
    if cookie:
        request.COOKIES[COOKIE] = cookie
    return request


def test_visitor_who_shows_our_key_is_known_again():
    first = visitor_of(posting())
    assert visitor_of(posting(first.token)) == first


def test_visitor_without_a_key_is_nobody_else():
    assert visitor_of(posting()).browser_key != visitor_of(posting()).browser_key


@pytest.mark.parametrize("forged", ["", "abc", "abc:def", "\x00", "0" * 5000])
def test_visitor_with_a_key_that_we_did_not_sign_is_new(forged):
    visitor = visitor_of(posting(forged))
    assert visitor.token != forged
    assert len(visitor.browser_key) == 64


def test_visitors_of_one_network_share_its_key():
    near = [visitor_of(posting(address=f"203.0.113.{host}")).network_key for host in (7, 8)]
    far = visitor_of(posting(address="203.0.114.7")).network_key
    assert near[0] == near[1] != far


def test_visitor_behind_a_proxy_that_hides_him_has_no_network():
    assert visitor_of(posting(address="10.0.0.1")).network_key == ""


@pytest.mark.parametrize("secure", [True, False])
def test_visitor_is_given_a_cookie_that_scripts_cannot_read(secure):
    request, response = posting(secure=secure), HttpResponse()
    visitor = visitor_of(request)
    visitor.remember(request, response)
    cookie = response.cookies[COOKIE]
    assert cookie.value == visitor.token
    kept = (cookie["max-age"], cookie["httponly"], cookie["samesite"], bool(cookie["secure"]))
    assert kept == (ONE_YEAR, True, "Lax", secure)
