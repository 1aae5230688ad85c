"""The folder of uploads: where an attachment's file is, and the picture in it."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from catalog.images.upload import AcceptedPicture, accept_upload
from catalog.importers.wordpress.stage import file_key
from catalog.importers.wxr import Item

PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif")
# The folder may be that of the uploads, or one of those above it.
BELOW = ("", "uploads", "wp-content/uploads")


class MissingFileError(Exception):
    """Why there is no picture to be had, in words for people."""


def is_picture(item: Item) -> bool:
    return _name(item).lower().endswith(PICTURES)


def _name(item: Item) -> str:
    return item.meta.get("_wp_attached_file") or item.file_url.split("?")[0]


class Media:
    def __init__(self, folder: Path | None) -> None:
        self._folder = folder.resolve() if folder else None

    def path_of(self, item: Item) -> Path:
        """Raises MissingFileError. Never leads out of the folder."""
        if not is_picture(item):
            raise MissingFileError(_("it is no picture: %s") % _name(item)[-100:])
        if self._folder is None:
            raise MissingFileError(_("its file is not at hand: run again with --media"))
        for name in dict.fromkeys([_name(item), item.file_url]):
            for below in BELOW:
                path = (self._folder / below / _relative(name)).resolve()
                if path.is_relative_to(self._folder) and path.is_file():
                    return path
        raise MissingFileError(
            _("its file is not in the folder: %s") % _relative(_name(item))[-100:]
        )

    def read(self, item: Item) -> AcceptedPicture:
        """Raises MissingFileError, also for what is no picture for us."""
        path = self.path_of(item)
        try:
            if path.stat().st_size > settings.PICTURE_MAX_BYTES:
                raise MissingFileError(_("its file is too large"))
            return accept_upload(ContentFile(path.read_bytes(), path.name))
        except OSError as error:
            raise MissingFileError(error.strerror or str(error)) from None
        except ValidationError as error:
            raise MissingFileError(" ".join(error.messages)) from None


def _relative(name: str) -> str:
    """Below the uploads, with its capitals."""
    if "://" not in name:
        return name.lstrip("/")
    key = file_key(name)
    path = name.split("?")[0]
    return path.rpartition("/uploads/")[2] if "/uploads/" in path else key
