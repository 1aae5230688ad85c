"""Picture files that tests send."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from catalog.images import accept_upload, new_picture


def photo(width=64, height=48, format="JPEG", mode="RGB", colour="#3366cc", **options):
    data = BytesIO()
    Image.new(mode, (width, height), colour).save(data, format, **options)
    return SimpleUploadedFile(f"photo.{format.lower()}", data.getvalue())


def a_picture(width=64, height=48, alt="A street at night", **options):
    """A Picture that is saved, without its variants."""
    picture = new_picture(accept_upload(photo(width, height, **options)), alt=alt)
    picture.save()
    return picture
