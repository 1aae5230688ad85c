import socket

import pytest

from dramasite.serving import (
    HEAP,
    Address,
    ServingError,
    check_free,
    environment,
    parse_address,
)


@pytest.mark.parametrize(
    ("host", "port", "expected", "url"),
    [
        ("127.0.0.1", "8000", ("127.0.0.1", 8000), "http://127.0.0.1:8000/"),
        ("0.0.0.0", "65535", ("0.0.0.0", 65535), "http://127.0.0.1:65535/"),
        ("localhost", "1", ("127.0.0.1", 1), "http://127.0.0.1:1/"),
        ("::1", "8000", ("::1", 8000), "http://[::1]:8000/"),
        ("[::1]", "8000", ("::1", 8000), "http://[::1]:8000/"),
        ("::", "8000", ("::", 8000), "http://[::1]:8000/"),
    ],
)
def test_address_is_what_host_and_port_name(host, port, expected, url):
    address = parse_address(host, port)
    assert (address, address.url) == (expected, url)


@pytest.mark.parametrize("port", ["0", "65536", "-1", "80.5", "http", "", " 80", "８０００", "1e3"])
def test_address_with_an_odd_port_is_refused(port):
    with pytest.raises(ServingError) as refusal:
        parse_address("127.0.0.1", port)
    assert str(refusal.value) == f"PORT={port} is no port: it is a number from 1 to 65535."


@pytest.mark.parametrize("host", ["300.1.1.1", "no-such-name.invalid", "a..b", "x" * 300])
def test_address_with_an_odd_host_is_refused(host):
    with pytest.raises(ServingError) as refusal:
        parse_address(host, "8000")
    assert str(refusal.value) == f"HOST={host} is no address of this machine."


def test_port_that_another_program_has_is_taken():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(ServingError) as refusal:
            check_free(Address("127.0.0.1", port))
    message = f"Port {port} is taken by another program: choose another with PORT=."
    assert str(refusal.value) == message
    check_free(Address("127.0.0.1", port))


def test_host_of_another_machine_cannot_be_served():
    with pytest.raises(ServingError) as refusal:
        check_free(Address("192.0.2.1", 8000))
    message = "HOST=192.0.2.1 cannot be served: Cannot assign requested address."
    assert str(refusal.value) == message


@pytest.mark.parametrize(("given", "heaps"), [({}, "2"), ({"MALLOC_ARENA_MAX": "8"}, "8")])
def test_threads_share_two_heaps_unless_it_is_said_otherwise(given, heaps):
    started = environment({"PORT": "80", "HOST": "old"} | given, "127.0.0.1")
    assert started == HEAP | {"PORT": "80", "HOST": "127.0.0.1", "MALLOC_ARENA_MAX": heaps}
