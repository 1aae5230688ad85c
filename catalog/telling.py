"""Telling others that a drama is there, or that its page has changed."""

from __future__ import annotations

from django.tasks import task
from django.urls import reverse
from django.utils import timezone

from catalog.models import Drama
from dramasite import telling


def tell_of(drama: Drama) -> None:
    """In the present transaction; of a scheduled drama once it comes out, of a draft never."""
    if not telling.is_anyone_told():
        return
    if drama.comes_out_later:
        tell_when_out.using(run_after=drama.publish_at).enqueue(drama.pk)
    else:
        _tell_if_published(drama.pk)


@task()
def tell_when_out(drama_id: int) -> bool:
    """Whether it was still to come out."""
    return _tell_if_published(drama_id)


def _tell_if_published(drama_id: int) -> bool:
    drama = Drama.objects.published(timezone.now()).filter(pk=drama_id).first()
    if drama is None:
        return False
    feeds = [reverse("dramas_atom"), reverse("dramas_json")]
    telling.tell(pages=[drama.get_absolute_url()], feeds=feeds)
    return True
