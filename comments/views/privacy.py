"""What is kept of visitors: a page that writes itself from the table of personal data."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comments.kept import Whose
from comments.retention import PERSONAL
from dramasite.reading import read_only


@read_only
def privacy(request: HttpRequest) -> HttpResponse:
    sections = [(whose, [kept for kept in PERSONAL if kept.whose == whose]) for whose in Whose]
    context = {"sections": sections, "contact": settings.PRIVACY_CONTACT}
    return render(request, "comments/privacy.html", context)
