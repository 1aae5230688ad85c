"""The form "Leave a Reply", and that for correcting what was left."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Hidden, Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_variables

from catalog.models import Drama, Kind
from comments.addresses import UnreadableAddressError
from comments.correction import Said, version_of
from comments.models import Reply
from comments.models.reply import NAME_LENGTH, WEBSITE_LENGTH
from comments.models.report import WORDS_LENGTH, Reason
from comments.notification.asking import Wish
from comments.spam import opening
from comments.spam.form import stamp_for
from comments.visible import gives_away, has_control_characters, has_email_address, is_blank

COMMENT_LENGTH = 10_000
EMAIL_LENGTH = 254
MOST_EPISODES = 9_999
CONTROL_CHARACTERS = _("This contains control characters, which no text needs. Type it anew.")
PUBLISHED_ADDRESS = _(
    "This contains the email address that you gave below, and it would be published. Take it out."
)


def without_control_characters(text: str) -> None:
    if has_control_characters(text, allowed="\n\t"):
        raise ValidationError(CONTROL_CHARACTERS)


class TextField(forms.CharField):
    """Text that shows something; line ends count once, as they did while it was typed."""

    default_validators = [without_control_characters]

    def to_python(self, value: Any) -> str:
        text = (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")
        return "" if is_blank(text) else text


class NameField(TextField):
    def validate(self, value: str) -> None:
        super().validate(value)
        if has_control_characters(value):
            raise ValidationError(CONTROL_CHARACTERS)
        if has_email_address(value):
            raise ValidationError(
                _("This is an email address, and it would be published. Give a name instead.")
            )


class WebsiteField(forms.URLField):
    """``example.org`` is understood as ``https://example.org``."""

    default_validators = [URLValidator(schemes=["http", "https"])]


def form_helper(action: str, *parts: Any) -> FormHelper:
    """Of a form on a page that is the same for everyone."""
    helper = FormHelper()
    helper.form_action = action
    helper.form_class = "form"
    # A page for everyone holds no token; dramasite.crosssite says what does its work.
    helper.disable_csrf = True
    # The messages come from the server, on one page, in one voice, for every reader.
    helper.attrs = {"novalidate": True}
    helper.layout = Layout(*parts)
    return helper


class EpisodeField(forms.IntegerField):
    """``most`` is how many the drama has, if that is known."""

    default_error_messages = {"invalid": _("Give the episode as a number, or leave this empty.")}
    widget = forms.TextInput(attrs={"inputmode": "numeric", "size": 4})
    most: int | None = None

    def validate(self, value: int | None) -> None:
        super().validate(value)
        if value is None or 1 <= value <= min(self.most or MOST_EPISODES, MOST_EPISODES):
            return
        if value < 1 or not self.most:
            raise ValidationError(self.error_messages["invalid"])
        few = ngettext(
            "This drama has %(count)d episode. Leave this empty, or say 1.",
            "This drama has %(count)d episodes. Give a number up to that, or leave this empty.",
            self.most,
        )
        raise ValidationError(few % {"count": self.most})


def episodes_of(drama: Drama) -> int | None:
    """How many a reply may be about one of: None if that is unknown, 0 if it has no such."""
    return 0 if drama.kind == Kind.FILM else drama.episode_count


class ReplyForm(forms.Form):
    """``episodes`` as ``episodes_of`` tells."""

    published_address = PUBLISHED_ADDRESS

    comment = TextField(
        label=_("Comment"),
        max_length=COMMENT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("What gives the story away stands folded ||between two bars||."),
        error_messages={"required": _("Write your comment.")},
    )
    episode = EpisodeField(
        label=_("About episode"),
        required=False,
        help_text=_("If it is about one: it stays folded for those who have not come that far."),
    )
    name = NameField(
        label=_("Name"),
        max_length=NAME_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Give a name to show above your comment.")},
    )
    email = forms.EmailField(
        label=_("Email"),
        max_length=EMAIL_LENGTH,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Give your email address. It is never shown."),
            "invalid": _("Give an email address such as name@example.org."),
        },
    )
    website = WebsiteField(
        label=_("Website"),
        max_length=WEBSITE_LENGTH,
        required=False,
        assume_scheme="https",
        # Not "url", which would make a browser refuse "example.org".
        widget=forms.TextInput(attrs={"autocomplete": "url", "inputmode": "url"}),
        error_messages={"invalid": _("Give a web address such as https://example.org.")},
    )
    mail = forms.ChoiceField(
        label=_("Tell me by mail"),
        choices=Wish,
        required=False,
        help_text=_("First comes one mail that asks whether the address is yours."),
    )

    def __init__(
        self, data: QueryDict | None = None, *, action: str, episodes: int | None = None
    ) -> None:
        super().__init__(data, auto_id="reply-%s")
        self.action = action
        if episodes == 0:
            del self.fields["episode"]
        else:
            self.fields["episode"].most = episodes  # type: ignore[attr-defined]

    @sensitive_variables()
    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        for name in ("comment", "name", "website"):
            if gives_away(given.get(name, ""), self._address()):
                self.add_error(name, self.published_address)
        return given

    def _address(self) -> str:
        return self.cleaned_data.get("email", "")

    @property
    def stamp(self) -> str:
        return stamp_for(self.action)

    @property
    def opened(self) -> str:
        """As it was posted: who mends a slip in two seconds has not written it all in two."""
        return str(self.data.get("opened", ""))[: opening.LENGTH]

    @property
    def helper(self) -> FormHelper:
        return self._helper(
            HTML('{% include "comments/_form_note.html" only %}'),
            *self.fields,
            HTML('{% include "comments/_remember.html" only %}'),
            HTML(
                '{% include "comments/_unseen.html" '
                "with stamp=form.stamp opened=form.opened only %}"
            ),
            Submit("post", _("Post Comment"), css_class="button"),
        )

    def _helper(self, *parts: Any) -> FormHelper:
        return form_helper(self.action, *parts)


class CorrectionForm(ReplyForm):
    """Words and name may be corrected; the address stays. ``version`` is of what it began with."""

    published_address = _(
        "This contains the email address that you gave, and it would be published. Take it out."
    )
    email = None  # type: ignore[assignment]
    mail = None  # type: ignore[assignment]

    def __init__(self, reply: Reply, data: QueryDict | None = None, *, action: str) -> None:
        super().__init__(data, action=action, episodes=episodes_of(reply.drama))
        self.reply = reply
        self.initial = {
            "comment": reply.body,
            "episode": reply.about_episode,
            "name": reply.name,
            "website": reply.website,
        }
        self.version = version_of(reply) if data is None else data.get("version", "")

    @property
    def said(self) -> Said:
        given = self.cleaned_data
        episode = given.get("episode", self.reply.about_episode)
        return Said(given["name"], given["website"], given["comment"], episode)

    @sensitive_variables()
    def _address(self) -> str:
        try:
            return self.reply.address
        except UnreadableAddressError:
            return ""

    @property
    def helper(self) -> FormHelper:
        return self._helper(
            HTML('{% include "comments/_correction_note.html" only %}'),
            Hidden("version", self.version),
            *self.fields,
            Submit("post", _("Save the correction"), css_class="button"),
        )


class ReportForm(forms.Form):
    """Everything may be left empty: the button alone says enough."""

    reason = forms.ChoiceField(
        label=_("Why"),
        required=False,
        choices=[("", _("Rather not say")), *Reason.choices],
        error_messages={"invalid_choice": _("Choose one of the reasons.")},
    )
    words = TextField(
        label=_("In your words"),
        required=False,
        max_length=WORDS_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data: QueryDict | None = None, *, action: str) -> None:
        super().__init__(data, auto_id="report-%s")
        self.action = action

    @property
    def helper(self) -> FormHelper:
        submit = Submit("post", _("Report this reply"), css_class="button")
        return form_helper(self.action, "reason", "words", submit)


class AddressForm(forms.Form):
    """An email address, and nothing else."""

    email = forms.EmailField(
        label=_("Email"),
        max_length=EMAIL_LENGTH,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Give the email address with which you have replied."),
            "invalid": _("Give an email address such as name@example.org."),
        },
    )

    def __init__(self, data: QueryDict | None = None, *, action: str) -> None:
        super().__init__(data, auto_id="data-%s")
        self.action = action

    @property
    def helper(self) -> FormHelper:
        submit = Submit("ask", _("Send me the link"), css_class="button")
        return form_helper(self.action, "email", submit)
