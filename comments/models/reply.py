"""A reply to a drama, and what may happen to it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from catalog.models import Drama
from comments import addresses
from comments.models.decided import Decided, State
from comments.signals import posted
from dramasite import markup

NAME_LENGTH = 80
WEBSITE_LENGTH = 200


class DuplicateReplyError(Exception):
    """The same person has said the same thing in the same place."""


class ReplyQuerySet(models.QuerySet["Reply"]):
    def published(self) -> ReplyQuerySet:
        """What visitors may read now: the one definition of it."""
        # Asked of each reply: "in" would first make a list of all published dramas.
        drama = Drama.objects.published().filter(pk=models.OuterRef("drama"))
        return self.filter(models.Exists(drama), state=State.PUBLISHED)

    def counts_of(self, dramas: Iterable[Drama]) -> dict[int, int]:
        """How many are published of each of these, by their ids. One query."""
        found = self.filter(drama__in=dramas, state=State.PUBLISHED).order_by()
        return dict(found.values_list("drama").annotate(models.Count("pk")))

    def count_of_each(self) -> models.Subquery:
        """How many are published of each drama of a query about dramas."""
        shown = self.filter(drama=models.OuterRef("pk"), state=State.PUBLISHED)
        number = shown.order_by().values("drama").annotate(number=models.Count("pk"))
        return models.Subquery(number.values("number"))

    def newest_first(self) -> ReplyQuerySet:
        """By when visitors came to read them, which is later than when they were written."""
        return self.filter(first_shown_at__isnull=False).order_by("-first_shown_at", "-pk")

    def waiting(self) -> ReplyQuerySet:
        return self.filter(state=State.HELD).order_by("created_at", "pk")

    def later_than(self, reply: Reply) -> ReplyQuerySet:
        """Written after it, or in the same moment and counted after it."""
        same_moment = Q(created_at=reply.created_at, pk__gt=reply.pk)
        return self.filter(same_moment | Q(created_at__gt=reply.created_at))

    def by_address(self, address: str) -> ReplyQuerySet:
        """All replies of one person. The address itself reaches neither SQL nor a log."""
        return self.filter(email_key=addresses.key(address))

    @sensitive_variables("email")
    def post(
        self,
        drama: Drama,
        *,
        name: str,
        body: str,
        email: str = "",
        website: str = "",
        parent: Reply | None = None,
        created_at: datetime.datetime | None = None,
        state: State = State.HELD,
        **known: Any,
    ) -> Reply:
        """Write a reply, exactly once. Raises DuplicateReplyError for one that is there already.

        ``known`` are further fields of it: what it is about, who posted it, how it was judged.
        """
        if parent is not None and parent.drama_id != drama.pk:
            raise ValueError("an answer belongs to the drama of what it answers")
        reply = self.model(
            drama=drama,
            parent=parent,
            name=name,
            website=website,
            body=body,
            state=state,
            **known,
        )
        reply.created_at = created_at or timezone.now()
        reply.first_shown_at = reply.created_at if state == State.PUBLISHED else None
        reply.address_is(email)
        reply.write_once()
        return reply


class Reply(Decided):
    """``body`` is what was typed, ``body_html`` what is shown of it."""

    drama = models.ForeignKey(
        "catalog.Drama", models.CASCADE, related_name="replies", verbose_name=_("drama")
    )
    parent = models.ForeignKey(
        "self", models.RESTRICT, null=True, blank=True, related_name="answers"
    )
    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    website = models.URLField(_("website"), max_length=WEBSITE_LENGTH, blank=True)
    body = models.TextField(_("comment"))
    body_html = models.TextField(editable=False)
    email_sealed = models.TextField(editable=False, blank=True)
    email_key = models.CharField(max_length=64, editable=False, blank=True)
    fingerprint = models.CharField(max_length=64, editable=False)
    created_at = models.DateTimeField(_("when"), default=timezone.now)
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True, editable=False)
    about_episode = models.PositiveSmallIntegerField(_("about episode"), null=True, blank=True)
    # Who posted it, as far as the site may know: comments/visitor.py.
    network_key = models.CharField(max_length=64, editable=False, blank=True)
    browser_key = models.CharField(max_length=64, editable=False, blank=True)
    thread_closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    verified_at = models.DateTimeField(_("verified"), null=True, blank=True, editable=False)
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="replies",
        verbose_name=_("editor"),
    )
    # How it was judged when it came: the sum, and each check's part of it in words.
    points = models.SmallIntegerField(_("points"), default=0, editable=False)
    reasons = models.JSONField(_("reasons"), default=list, editable=False, blank=True)

    objects = ReplyQuerySet.as_manager()

    class Meta:
        verbose_name = _("reply")
        verbose_name_plural = _("replies")
        permissions = [
            ("handle_personal_data", _("Can export and erase the data of an author")),
            ("view_addresses", _("Can see the email addresses of authors")),
        ]
        indexes = [
            # The skeleton of a conversation: never the thousands that were held as spam.
            models.Index(
                fields=["drama", "created_at", "id"],
                condition=Q(first_shown_at__isnull=False),
                name="conversation_shown",
            ),
            # With the state in it: a partial one was passed over for the moderation queue's.
            models.Index(fields=["state", "-first_shown_at", "-id"], name="newest_replies"),
            # The feed of one drama, however many replies it has.
            models.Index(
                fields=["drama", "state", "-first_shown_at", "-id"], name="newest_of_drama"
            ),
            models.Index(fields=["state", "-created_at", "-id"], name="moderation_queue"),
            models.Index(
                fields=["email_key"], condition=~Q(email_key=""), name="replies_of_address"
            ),
            models.Index(
                fields=["browser_key"], condition=~Q(browser_key=""), name="replies_of_browser"
            ),
            models.Index(
                fields=["network_key", "created_at"],
                condition=~Q(network_key=""),
                name="replies_of_network",
            ),
            models.Index(
                fields=["drama"],
                condition=Q(thread_closed_at__isnull=False),
                name="closed_threads",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["drama", "fingerprint"], name="reply_said_once"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="answers_another"
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="reply_state_known"),
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED) | Q(first_shown_at__isnull=False),
                name="published_was_shown",
            ),
            models.CheckConstraint(
                condition=Q(email_key="", email_sealed="")
                | ~(Q(email_key="") | Q(email_sealed="")),
                name="address_sealed_and_keyed",
            ),
            models.CheckConstraint(
                condition=Q(about_episode__isnull=True) | Q(about_episode__gte=1),
                name="about_an_episode",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(state__in=(State.REMOVED, State.SPAM)),
                name="withdrawn_is_not_shown",
            ),
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True)
                | Q(name="", website="", body="", body_html="", email_key="", email_sealed="")
                & Q(network_key="", browser_key="", state__in=(State.REMOVED, State.SPAM)),
                name="erased_says_nothing",
            ),
        ]

    def __str__(self) -> str:
        # No word of the visitor's: this text goes into titles, messages and logs.
        return gettext("Reply %(number)s") % {"number": self.pk}

    def save(self, *args: Any, **kwargs: Any) -> None:
        fields = kwargs.get("update_fields")
        if fields is None or "body" in fields:
            self.body_html = markup.render(self.body)
            kwargs["update_fields"] = fields and {*fields, "body_html"}
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("reply", args=[self.pk])

    def write_once(self) -> None:
        with self.once():
            self.save(force_insert=True)
            posted.send(Reply, reply=self)

    @contextmanager
    def once(self) -> Iterator[None]:
        """Save within. The unique constraint decides, so that two at once cannot both win."""
        self.fingerprint = self.make_fingerprint()
        try:
            with transaction.atomic():
                yield
        except IntegrityError:
            same = Reply.objects.filter(drama_id=self.drama_id, fingerprint=self.fingerprint)
            if same.exclude(pk=self.pk).exists():
                raise DuplicateReplyError from None
            raise

    @transaction.atomic
    def withdraw(self) -> None:
        """By its author, for good. He may say the same again; what was spam remains a lesson."""
        self.refresh_from_db(fields=["state"], from_queryset=Reply.objects.select_for_update())
        if not self.is_spam:
            self.remove(note=gettext("withdrawn by the author"))
        self.withdrawn_at = timezone.now()
        self.fingerprint = self.make_fingerprint()
        self.save(update_fields=["withdrawn_at", "fingerprint"])

    @property
    def reasons_in_words(self) -> list[str]:
        """Such as "A field was filled that people do not see (+6)"; comments/spam stores them."""
        return [
            f"{each['words']} ({each['points']:+d})" if each["points"] else each["words"]
            for each in self.reasons
        ]

    @property
    def may_be_changed(self) -> bool:
        """By its author: not once an editor has decided against it, nor what is erased."""
        is_over = self.is_withdrawn or self.erased_at is not None
        return (self.is_published or self.is_undecided) and not is_over

    @property
    def address(self) -> str:
        """In clear: for mail to its owner, and for nothing else."""
        return addresses.unseal(self.email_sealed)

    @sensitive_variables("email")
    def address_is(self, email: str) -> None:
        self.email_sealed = addresses.seal(email)
        self.email_key = addresses.key(email)

    @property
    def empty_fingerprint(self) -> str:
        """Says nothing of who said what; in the place of a fingerprint that must be forgotten."""
        return addresses.keyed_hash("empty fingerprint", str(self.pk))

    def derive(self) -> None:
        """All that follows from what was said: for a bulk write, which calls no ``save``."""
        self.body_html = markup.render(self.body)
        self.fingerprint = self.make_fingerprint()

    def make_fingerprint(self) -> str:
        """The same for the same words of the same person in the same place."""
        if self.is_withdrawn:
            return self.empty_fingerprint
        said = [self.parent_id, self.name, self.email_key, self.website, self.body]
        return addresses.keyed_hash("fingerprint", json.dumps(said))
