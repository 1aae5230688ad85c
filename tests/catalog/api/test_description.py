import re

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from catalog.api.asked import parameter
from catalog.api.description import SCHEMAS, SLUG, description, operations
from catalog.api.links import Links
from catalog.browse.facets import FACETS


@pytest.fixture
def described():
    return description(Links("https://dramas.example/"))


def test_description_is_openapi(described):
    assert list(OpenAPIV31SpecValidator(described).iter_errors()) == []


def test_description_at_fault_is_found(described):
    del described["paths"]["/api/dramas/"]["get"]["responses"]
    described["info"] = {}
    assert list(OpenAPIV31SpecValidator(described).iter_errors()) != []


def test_every_filter_is_described(described):
    named = [each["name"] for each in operations(described)[0][0]["parameters"]]
    assert named == [*map(parameter, FACETS), "limit", "cursor"]


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.key)
@pytest.mark.parametrize(
    "value", ["2005", "2000-2009", "2000-", "-1999", "-", "205", "film", "ended", "1", "9-12", "é"]
)
def test_schema_of_a_filter_allows_what_the_filter_does(facet, value):
    schema = SCHEMAS.get(facet.key, SLUG)
    allowed = (
        value in schema["enum"] if "enum" in schema else bool(re.search(schema["pattern"], value))
    )
    assert allowed is bool(facet.clean(value))
