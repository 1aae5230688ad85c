"""Old addresses, and where they lead."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog import moved
from catalog.admin.rechecking import Rechecking
from catalog.models import Redirect
from catalog.models.redirect import NOUNS, spelled

LONGEST_WAY = 10


class RedirectForm(forms.ModelForm):
    """Takes a whole address of the former site, too; refuses what leads elsewhere or round."""

    def clean_old(self) -> str:
        try:
            parts = urlsplit(self.cleaned_data["old"])
        except ValueError:
            raise forms.ValidationError(_("This is no address.")) from None
        if not parts.path.startswith("/"):
            raise forms.ValidationError(_("Enter a path, such as /2019/05/our-harbour/."))
        return spelled(parts.path, parts.query)

    def clean_address(self) -> str:
        address = self.cleaned_data["address"].strip()
        is_path = address.startswith("/") and not address.startswith(("//", "/\\"))
        if address and (not is_path or any(sign in address for sign in "\\\r\n\t")):
            raise forms.ValidationError(_("Enter a path of this site, such as /dramas/."))
        return address

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        targets = [name for name in (*NOUNS, "address") if cleaned.get(name)]
        if self.instance.picture_id and "picture" not in self.fields:
            targets.append("picture")
        if len(targets) != 1:
            raise forms.ValidationError(_("Choose one place that it leads to, and only one."))
        if "old" in cleaned and self._leads_round(cleaned["old"], cleaned.get(targets[0])):
            raise forms.ValidationError(_("It would lead back to where it begins."))
        return cleaned

    def _leads_round(self, old: str, target: Any) -> bool:
        place = target if isinstance(target, str) else ""
        for _step in range(LONGEST_WAY):
            path, _mark, query = place.partition("?")
            if not place or spelled(path, query) == old or spelled(path) == old:
                return bool(place)
            onward = Redirect.objects.filter(old=spelled(path)).first()
            if onward is None:
                return False
            place = onward.address
        return True


@admin.register(Redirect)
class RedirectAdmin(Rechecking):
    form = RedirectForm
    list_display = ["old", "leads_to"]
    list_select_related = list(NOUNS)
    list_per_page = 100
    show_full_result_count = False
    search_fields = ["old", "address", "drama__title", "page__title"]
    ordering = ["old"]
    autocomplete_fields = ["drama", "page", "genre", "tag", "network", "country"]
    fields = ["old", "drama", "page", "address", "genre", "tag", "network", "country"]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = list(super().get_fields(request, obj))
        return [*fields, "leads_to"] if obj and obj.picture_id else fields

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["leads_to"] if obj and obj.picture_id else []

    @admin.display(description=gettext_lazy("leads to"))
    def leads_to(self, redirect: Redirect) -> str:
        place = moved.place_of(redirect)
        return format_html('<a href="{}">{}</a>', place, redirect.target)
