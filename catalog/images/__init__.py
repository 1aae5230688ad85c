"""Pictures as files: what comes in, what is kept, and the sizes that pages ask for."""

from catalog.images.upload import AcceptedPicture, accept_upload, new_picture
from catalog.images.variants import FORMATS, ROLES, WIDTHS, Variant, preview_of, sources_of

__all__ = [
    "FORMATS",
    "ROLES",
    "WIDTHS",
    "AcceptedPicture",
    "Variant",
    "accept_upload",
    "new_picture",
    "preview_of",
    "sources_of",
]
