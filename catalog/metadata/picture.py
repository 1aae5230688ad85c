"""Pictures of a gallery."""

from __future__ import annotations

from catalog.images import Variant, sources_of
from catalog.metadata.nodes import At, Node, node
from catalog.models import GalleryImage, Picture


def shared_variant(picture: Picture) -> Variant:
    """As large as others should show it: a JPEG, which everybody reads."""
    return sources_of(picture, "full")[-1]


def picture_node(image: GalleryImage, at: At, address: str = "") -> Node:
    """``address`` (with host) is that of its own page, where there is more to say."""
    file = shared_variant(image.picture)
    return node(
        "ImageObject",
        address,
        contentUrl=at(file.url),
        description=image.picture.alt,
        **({"caption": image.caption, "creditText": image.picture.credit} if address else {}),
    )
