"""Deciding on several rows at once, from a list or from the form of one."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import admin
from django.contrib.admin import ActionLocation
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import ngettext

EVERYWHERE = [ActionLocation.CHANGE_LIST, ActionLocation.CHANGE_FORM]


def decide(
    modeladmin: admin.ModelAdmin, request: HttpRequest, replies: QuerySet, act: Callable
) -> None:
    for reply in replies:
        act(reply, request.user)
        modeladmin.log_change(request, reply, [{"changed": {"fields": ["state"]}}])
    message = ngettext("%(count)d reply decided.", "%(count)d replies decided.", len(replies))
    modeladmin.message_user(request, message % {"count": len(replies)})


def way_back(request: HttpRequest, otherwise: str) -> str:
    """The ``next`` of the address, if it leads to this site."""
    asked = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure())
    return asked if is_ours else otherwise
