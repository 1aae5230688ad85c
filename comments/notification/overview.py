"""What the recipient may do on the page of all his mail."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models, transaction
from django.http import QueryDict

from comments.models import Recipient, Subscription
from comments.notification.confirming import confirm


class Deed(models.TextChoices):
    """The buttons; the first four are about one subscription."""

    CONFIRM = "confirm"
    DAILY = "daily"
    AT_ONCE = "at once"
    END = "end"
    END_ALL = "end all"
    REFUSE = "refuse"
    WELCOME = "welcome"


ABOUT_ONE = (Deed.CONFIRM, Deed.DAILY, Deed.AT_ONCE, Deed.END)


class OverviewForm(forms.Form):
    deed = forms.ChoiceField(choices=Deed)
    subscription = forms.ModelChoiceField(Subscription.objects.none(), required=False)

    def __init__(self, data: QueryDict, *, recipient: Recipient) -> None:
        super().__init__(data)
        self.recipient = recipient
        self.fields["subscription"].queryset = recipient.subscriptions.filter(  # type: ignore[attr-defined]
            ended_at__isnull=True
        )

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("deed") in ABOUT_ONE and given.get("subscription") is None:
            raise forms.ValidationError("which one?")
        return given

    @transaction.atomic
    def act(self, browser_key: str) -> None:
        """``browser_key`` is of the browser that does it."""
        subscription, recipient = self.cleaned_data["subscription"], self.recipient
        match self.cleaned_data["deed"]:
            case Deed.CONFIRM if not recipient.has_refused:
                confirm(subscription, browser_key)
            case Deed.DAILY | Deed.AT_ONCE as pace:
                subscription.come(is_daily=pace == Deed.DAILY)
            case Deed.END:
                subscription.end()
            case Deed.END_ALL:
                recipient.end_all()
            case Deed.REFUSE:
                recipient.refuse()
            case Deed.WELCOME:
                recipient.welcome()
