"""The whole gallery of a drama on one page: many files at once, words, order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from catalog.admin.revised import RevisionPages
from catalog.forms import ACCEPT, LONGEST
from catalog.images import accept_upload, new_picture, preview_of
from catalog.models import Drama, GalleryImage, ImageKind
from catalog.pictures import keep
from catalog.revisions import note_as_found

OF_PICTURE = ("alt", "credit")
OF_IMAGE = ("caption", "kind")


class ManyFiles(forms.FileInput):
    allow_multiple_selected = True


class UploadForm(forms.Form):
    pictures = forms.Field(
        label=gettext_lazy("Files"), required=False, widget=ManyFiles({"accept": ACCEPT})
    )
    kind = forms.ChoiceField(label=gettext_lazy("They are"), choices=ImageKind.choices)


def _text(label: Any, length: int) -> forms.CharField:
    # What others have written meanwhile is no change of hers: so only her changes are saved.
    return forms.CharField(label=label, required=False, max_length=length, show_hidden_initial=True)


class ImageForm(forms.Form):
    alt = _text(gettext_lazy("What it shows, for those who cannot see it"), LONGEST["alt"])
    caption = _text(gettext_lazy("Caption"), 300)
    credit = _text(gettext_lazy("Credit"), LONGEST["credit"])
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=ImageKind.choices, show_hidden_initial=True
    )
    place = forms.IntegerField(
        label=gettext_lazy("Place"), min_value=1, max_value=9999, show_hidden_initial=True
    )
    remove = forms.BooleanField(label=gettext_lazy("Take it away"), required=False)

    def __init__(self, image: GalleryImage, place: int, data: Any = None) -> None:
        self.image, self.preview = image, preview_of(image.picture)
        initial = {name: getattr(image.picture, name) for name in OF_PICTURE}
        initial |= {name: getattr(image, name) for name in OF_IMAGE} | {"place": place}
        super().__init__(data, initial=initial, prefix=f"image-{image.pk}")

    @property
    def wish(self) -> float:
        """Where it goes: before the one that has the place now, or behind it."""
        place, was = self.cleaned_data["place"], self.initial["place"]
        if "place" not in self.changed_data or place == was:
            return was
        return place - 0.5 if place < was else place + 0.5


class GalleryPage(RevisionPages):
    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.gallery)
        return [path("<int:pk>/gallery/", view, name="catalog_drama_gallery"), *super().get_urls()]

    def gallery(self, request: HttpRequest, pk: int) -> HttpResponse:
        drama = get_object_or_404(Drama, pk=pk)
        if not self.has_change_permission(request, drama):
            raise PermissionDenied
        data = request.POST if request.method == "POST" else None
        upload = UploadForm(data, request.FILES if data else None)
        rows = list(_rows(drama, data))
        # Of a row that came or went meanwhile nothing was sent.
        sent = [row for row in rows if data and row.add_prefix("place") in data]
        if data is not None and all(form.is_valid() for form in (upload, *sent)):
            return self._saved(request, drama, upload, sent)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "drama": drama,
            "title": _("Gallery of “%(drama)s”") % {"drama": drama},
            "upload": upload,
            "rows": rows,
            "mute": sum(not row.image.picture.is_described for row in rows),
        }
        return render(request, "admin/catalog/drama/gallery.html", context)

    @transaction.atomic
    def _saved(
        self, request: HttpRequest, drama: Drama, upload: UploadForm, rows: list[ImageForm]
    ) -> HttpResponse:
        note_as_found(drama.pk)
        for row in rows:
            _save(row)
        _arrange(rows, request.POST)
        faults = list(_take_in(drama, request, upload.cleaned_data["kind"]))
        for fault in faults:
            self.message_user(request, fault, messages.ERROR)
        self.log_change(request, drama, _("Changed the gallery."))
        number = len(request.FILES.getlist("pictures")) - len(faults)
        told = ngettext("%(n)d picture came in.", "%(n)d pictures came in.", number)
        saved = _("The gallery is saved.")
        self.message_user(request, told % {"n": number} if number else saved, messages.SUCCESS)
        return redirect(request.path)


def _rows(drama: Drama, data: Any) -> Iterator[ImageForm]:
    images = drama.gallery.select_related("picture").order_by("order", "number")
    for place, image in enumerate(images, 1):
        is_sent = data is not None and f"image-{image.pk}-place" in data
        yield ImageForm(image, place, data if is_sent else None)


def _save(row: ImageForm) -> None:
    image, changed = row.image, set(row.changed_data)
    if row.cleaned_data["remove"]:
        image.delete()
        return
    for noun, columns in ((image.picture, OF_PICTURE), (image, OF_IMAGE)):
        if own := changed & set(columns):
            for name in own:
                setattr(noun, name, row.cleaned_data[name])
            noun.save(update_fields=list(own))


def _arrange(rows: list[ImageForm], sent: Any) -> None:
    """By the places that were wished for; a button moves one of them by one."""
    kept = [row for row in rows if not row.cleaned_data["remove"]]
    wishes = {row.image.pk: row.wish for row in kept}
    for button, step in (("earlier", -1.5), ("later", 1.5)):
        pk = sent.get(button, "")
        if pk.isdecimal() and int(pk) in wishes:
            wishes[int(pk)] += step
    for order, row in enumerate(sorted(kept, key=lambda row: wishes[row.image.pk])):
        if row.image.order != order:
            GalleryImage.objects.filter(pk=row.image.pk).update(order=order)


def _take_in(drama: Drama, request: HttpRequest, kind: str) -> Iterator[str]:
    """Why some could not be."""
    for file in request.FILES.getlist("pictures"):
        try:
            picture = keep(new_picture(accept_upload(file)))
        except ValidationError as error:
            yield f"{file.name}: {' '.join(error.messages)}"
        else:
            last = drama.gallery.count()
            drama.gallery.create(picture=picture, kind=kind, order=last)
