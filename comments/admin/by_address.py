"""All replies under one email address, for editors who may see addresses.

It is posted, so that no address stands in the address of a page, and so in no log of a proxy;
what follows names one of the replies instead.
"""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from comments.forms import EMAIL_LENGTH
from comments.models import Reply

PERMISSION = "comments.view_addresses"
NOTHING = _("Nothing is held under this address.")


class AddressForm(forms.Form):
    email = forms.EmailField(label=_("Email address"), max_length=EMAIL_LENGTH)


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables("form", "known")
def by_address(request: HttpRequest, model_admin: admin.ModelAdmin) -> HttpResponse:
    if not (request.user.has_perm(PERMISSION) and model_admin.has_view_permission(request)):
        raise PermissionDenied
    form = AddressForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        known = Reply.objects.by_address(form.cleaned_data["email"]).filter(erased_at=None)
        newest = known.order_by("-pk").first()
        if newest is not None:
            address = reverse("admin:comments_reply_changelist")
            return HttpResponseRedirect(f"{address}?author_of={newest.pk}")
        form.add_error("email", NOTHING)
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": _("Replies under an email address"),
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "admin/comments/reply/by_address.html", context, status=status)
