"""Answers as TMDB gives them, of an invented series, and a server that gives them."""

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from tests.factories import tiny_jpeg


def details(**more):
    return {
        "id": 7,
        "name": "The Lighthouse",
        "original_name": "灯台",
        "original_language": "ja",
        "origin_country": ["JP"],
        "overview": "A keeper stays.",
        "status": "Ended",
        "type": "Scripted",
        "first_air_date": "2019-04-05",
        "last_air_date": "2019-06-07",
        "number_of_seasons": 1,
        "number_of_episodes": 2,
        "episode_run_time": [45],
        "homepage": "https://lighthouse.example/",
        "genres": [{"id": 18, "name": "Drama"}],
        "networks": [{"id": 1, "name": "NHK"}],
        "vote_average": 7.94,
        "vote_count": 12,
        "poster_path": "/poster.jpg",
        "backdrop_path": "/sea.jpg",
        "created_by": [{"id": 93, "name": "Ume"}],
        "seasons": [{"season_number": 1}],
        "keywords": {"results": [{"id": 1, "name": "sea"}]},
        "external_ids": {"imdb_id": "tt7", "wikidata_id": "Q7", "tvdb_id": 1},
        "content_ratings": {
            "results": [
                {"iso_3166_1": "US", "rating": "TV-14"},
                {"iso_3166_1": "JP", "rating": "G"},
            ]
        },
        "alternative_titles": {"results": [{"iso_3166_1": "KR", "title": "등대", "type": ""}]},
        "translations": {
            "translations": [
                {"iso_639_1": "zh", "iso_3166_1": "TW", "data": {"name": "燈塔", "overview": ""}},
                {"iso_639_1": "de", "iso_3166_1": "DE", "data": {"name": "", "overview": ""}},
            ]
        },
        "videos": {"results": [{"site": "YouTube", "type": "Trailer", "key": "abc-_1"}]},
        "images": {"backdrops": [{"file_path": "/sea.jpg"}, {"file_path": "/rock.jpg"}]},
        "watch/providers": {
            "results": {
                "JP": {
                    "link": "https://watch.example/7?locale=JP",
                    "flatrate": [{"provider_name": "NHK On Demand"}],
                },
                "FR": {
                    "link": "https://watch.example/7?locale=FR",
                    "ads": [{"provider_name": "Arte"}],
                },
            }
        },
        "aggregate_credits": {
            "cast": [
                {
                    "id": 92,
                    "name": "Second",
                    "order": 1,
                    "roles": [{"character": "Boy"}, {"character": "Man"}],
                },
                {
                    "id": 91,
                    "name": "First",
                    "original_name": "一",
                    "order": 0,
                    "roles": [{"character": "Keeper"}],
                },
            ],
            "crew": [
                {"id": 94, "name": "Yuki", "jobs": [{"job": "Director"}, {"job": "Gaffer"}]},
            ],
        },
    } | more


def season(**more):
    return {
        "season_number": 1,
        "name": "Season 1",
        "episodes": [
            {
                "episode_number": 1,
                "show_id": 7,
                "name": "Arrival",
                "air_date": "2019-04-05",
                "runtime": 50,
                "overview": "He comes.",
            },
            {"episode_number": 2, "show_id": 7, "name": "Episode 2", "runtime": 50},
        ],
    } | more


def known():
    """What a server has by its path, without what is asked behind it."""
    found = {"/3/tv/7": details(), "/3/tv/7/season/1": season()}
    pictures = {f"/p/original/{name}.jpg": tiny_jpeg() for name in ("poster", "sea", "rock")}
    return {path: json.dumps(answer).encode() for path, answer in found.items()} | pictures


@contextmanager
def serving(answers, *faults):
    """Settings for the server's addresses, and (path, query, headers) of what was asked.

    ``faults`` answer the first requests: a status with headers, or a word.
    """
    asked, left = [], iter(faults)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            parts = urlsplit(self.path)
            asked.append((parts.path, parse_qs(parts.query), dict(self.headers)))
            body = answers.get(parts.path)
            fault = next(left, None)
            if fault == "cut off":
                self._answer(200, {"Content-Length": len(body)}, body[: len(body) // 2])
            elif fault == "slow":
                time.sleep(0.4)
                self._answer(200, {}, body)
            elif fault:
                self._answer(*fault, b"")
            else:
                self._answer(404 if body is None else 200, {}, body or b"")

        def _answer(self, status, headers, body):
            self.send_response(status)
            for name, value in ({"Content-Length": len(body)} | headers).items():
                self.send_header(name, str(value))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(
        target=server.serve_forever, daemon=True, kwargs={"poll_interval": 0.01}
    )
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
