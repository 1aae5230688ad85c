"""What is sent to machines, against schemas of our own that were written from the standards."""

import json
from pathlib import Path

import jsonschema
from lxml import etree

HERE = Path(__file__).parent


def xml_faults(schema, content):
    """What an XML schema of this folder finds wrong, in words."""
    validator = etree.XMLSchema(etree.parse(HERE / f"{schema}.xsd"))
    validator.validate(etree.fromstring(content))
    return [entry.message for entry in validator.error_log]


def json_faults(schema, content):
    validator = jsonschema.Draft202012Validator(json.loads((HERE / f"{schema}.json").read_text()))
    return [error.message for error in validator.iter_errors(json.loads(content))]
