"""The description of the API (OpenAPI 3.1.1), made from the types that are sent.

In English whatever the site's language: programmers read it, and so do their programs.
"""

from __future__ import annotations

from typing import Any

import msgspec
from django.conf import settings

from catalog.api import shapes
from catalog.api.asked import MOST, USUAL, parameter
from catalog.api.links import Links
from catalog.browse.bands import EPISODES, RUNTIMES
from catalog.browse.choice import MOST_VALUES
from catalog.browse.facets import FACETS, Facet
from catalog.models import Kind, Status

SLUG = {"type": "string", "pattern": "^[a-z0-9_-]{1,120}$"}
YEARS = "^([12][0-9]{3}(-([12][0-9]{3})?)?|-[12][0-9]{3})$"
SCHEMAS: dict[str, dict[str, Any]] = {
    "years": {"type": "string", "pattern": YEARS},
    "status": {"type": "string", "enum": Status.values},
    "kind": {"type": "string", "enum": Kind.values},
    "episodes": {"type": "string", "enum": [band.value for band in EPISODES]},
    "runtime": {"type": "string", "enum": [band.value for band in RUNTIMES]},
}
MEANINGS = {
    "genre": "The last part of a genre's address; given several times, all of them hold.",
    "country": "The last part of a country's address.",
    "years": 'A year or a span of years: "2005", "2000-2009", "2000-".',
    "status": "",
    "kind": "",
    "episodes": "How many episodes, as a band.",
    "runtime": "Minutes of an episode, as a band.",
    "rating": "The content rating, as in the addresses of /dramas/.",
    "network": "The last part of a network's address.",
    "tag": "The last part of a tag's address; given several times, all of them hold.",
}
CURSOR = {
    "name": "cursor",
    "in": "query",
    "description": "Where a page begins: taken from “next” as it stands.",
    "schema": {"type": "string", "pattern": "^[A-Za-z0-9_=-]+$"},
}
LIMIT = {
    "name": "limit",
    "in": "query",
    "description": "How many a page has.",
    "schema": {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
}
EXAMPLES = {
    "/api/dramas/": ("?genre=romance&country=japan&year=2000-2009",),
    "/api/search/": ("?q=goblin+2016",),
}
TEXT = {
    "name": "q",
    "in": "query",
    "required": True,
    "description": "A title, a name or a character in any script, words of a story, a year.",
    "schema": {"type": "string", "minLength": 1},
}
TYPES = (shapes.Dramas, shapes.Drama, shapes.Person, shapes.Hits, shapes.Error)


def description(links: Links) -> dict[str, Any]:
    _found, components = msgspec.json.schema_components(
        TYPES, ref_template="#/components/schemas/{name}"
    )
    return {
        "openapi": "3.1.1",
        "info": {
            "title": settings.SITE_NAME,
            "version": "1",
            "description": "What the pages show, to be read by programs. Nothing can be written.",
        },
        "servers": [{"url": links.origin.rstrip("/")}],
        "externalDocs": {"url": links.to("api")},
        "paths": _paths(),
        "components": {"schemas": components},
    }


def _paths() -> dict[str, Any]:
    filters = [_filter(facet) for facet in FACETS]
    return {
        "/api/dramas/": _get(
            "dramas", "Dramas, by what they are", "Dramas", filters, LIMIT, CURSOR
        ),
        "/api/dramas/{slug}/": _get("drama", "One drama in full", "Drama", [_slug("drama")]),
        "/api/people/{slug}/": _get(
            "person", "One person, and what they did", "Person", [_slug("person")], CURSOR
        ),
        "/api/search/": _get(
            "search",
            "Dramas and people, by what is remembered of them",
            "Hits",
            [TEXT],
            LIMIT,
            CURSOR,
        ),
    }


def _get(
    operation: str, summary: str, shape: str, parameters: list[dict], *more: dict
) -> dict[str, Any]:
    responses = {"200": _answer(summary, shape), "304": {"description": "As the ETag says"}}
    every = [*parameters, *more]
    if any(each["in"] == "query" for each in every):
        responses["400"] = _answer("A value that there can not be", "Error")
    if any(each["in"] == "path" for each in every):
        responses["301"] = {"description": "It has another address now"}
        responses["404"] = _answer("There is no such thing", "Error")
    return {
        "get": {
            "operationId": operation,
            "summary": summary,
            "parameters": every,
            "responses": responses,
        }
    }


def _answer(summary: str, shape: str) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{shape}"}
    return {"description": summary, "content": {"application/json": {"schema": schema}}}


def _slug(noun: str) -> dict[str, Any]:
    return {
        "name": "slug",
        "in": "path",
        "required": True,
        "description": f"The last part of the {noun}'s address.",
        "schema": {"type": "string", "pattern": "^[A-Za-z0-9_-]+$"},
    }


def _filter(facet: Facet) -> dict[str, Any]:
    schema = SCHEMAS.get(facet.key, SLUG)
    if facet.several:
        schema = {"type": "array", "items": schema, "minItems": 1, "maxItems": MOST_VALUES}
    said = {"description": MEANINGS[facet.key]} if MEANINGS[facet.key] else {}
    return {"name": parameter(facet), "in": "query", **said, "schema": schema}


def operations(description: dict[str, Any]) -> list[tuple[dict[str, Any], list[str]]]:
    """Each with lines as one would ask: for the page that explains them."""
    origin = description["servers"][0]["url"]
    return [
        (methods["get"], [f"GET {origin}{path}{query}" for query in ("", *EXAMPLES.get(path, ()))])
        for path, methods in description["paths"].items()
    ]
