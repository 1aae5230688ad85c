"""What a page says to machines, as structured data (https://schema.org): what it shows, no more.

Figures of listing sites are left out: as an ``aggregateRating`` they would pass for our own.
"""

from catalog.metadata.crumbs import crumbs_node
from catalog.metadata.drama import drama_node, reference, seasons, type_of
from catalog.metadata.lists import list_node
from catalog.metadata.nodes import At, Node, node, script
from catalog.metadata.page import page_node
from catalog.metadata.person import person_node
from catalog.metadata.picture import picture_node, shared_variant
from catalog.metadata.site import site_node

__all__ = [
    "At",
    "Node",
    "crumbs_node",
    "drama_node",
    "list_node",
    "node",
    "page_node",
    "person_node",
    "picture_node",
    "reference",
    "script",
    "seasons",
    "shared_variant",
    "site_node",
    "type_of",
]
