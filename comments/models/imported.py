"""Where a reply came from that was not written here."""

from __future__ import annotations

from django.db import models


class ImportedReply(models.Model):
    """``number`` is what ``source`` calls it: for WordPress the address of the blog.

    It stays when the reply is deleted here, so that no later import brings it back.
    """

    source = models.CharField(max_length=200)
    number = models.PositiveBigIntegerField()
    reply = models.ForeignKey(
        "comments.Reply", models.SET_NULL, null=True, related_name="imported_as"
    )

    class Meta:
        verbose_name = "imported reply"
        verbose_name_plural = "imported replies"
        constraints = [
            models.UniqueConstraint(fields=["source", "number"], name="reply_imported_once")
        ]

    def __str__(self) -> str:
        return f"{self.number} of {self.source}"
