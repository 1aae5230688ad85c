"""Deciding on several rows at once, from a list or from the form of one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import ActionLocation
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import ngettext

EVERYWHERE = [ActionLocation.CHANGE_LIST, ActionLocation.CHANGE_FORM]


def decide(
    modeladmin: admin.ModelAdmin,
    request: HttpRequest,
    replies: QuerySet,
    act: Callable[[Any, Any], bool],
) -> None:
    """Says of how many it was decided, and of how many it could not be."""
    done = [reply for reply in replies if act(reply, request.user)]
    for reply in done:
        modeladmin.log_change(request, reply, [{"changed": {"fields": ["state"]}}])
    if done:
        message = ngettext("%(count)d reply decided.", "%(count)d replies decided.", len(done))
        modeladmin.message_user(request, message % {"count": len(done)})
    tell_of_the_rest(request, len(replies) - len(done))


def tell_of_the_rest(request: HttpRequest, number: int) -> None:
    """Of those on which nothing could be decided, if there are any."""
    if number:
        message = ngettext(
            "%(count)d reply was left as it is: its author has withdrawn or erased it.",
            "%(count)d replies were left as they are: their authors have withdrawn or erased them.",
            number,
        )
        messages.warning(request, message % {"count": number})


def way_back(request: HttpRequest, otherwise: str) -> str:
    """The ``next`` of the address, if it leads to this site."""
    asked = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure())
    return asked if is_ours else otherwise
