"""Addresses of the list of dramas, for a choice: ``{% browse_url genre="medical" %}``."""

from __future__ import annotations

from django import template

from catalog.browse.choice import browse_url

register = template.Library()
register.simple_tag(browse_url)
