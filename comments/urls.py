"""The addresses of replies."""

from django.urls import path

from catalog.models import Drama
from catalog.views.former import follow_former_slugs
from comments.feeds import DramaRepliesFeed, RepliesFeed
from comments.views import (
    conversation,
    data,
    mail,
    opening,
    own,
    privacy,
    reply,
    report,
    thread,
)
from dramasite.syndication import JsonFeed

drama_replies = follow_former_slugs(Drama)

urlpatterns = [
    path("feeds/replies.atom", RepliesFeed(), name="replies_atom"),
    path("feeds/replies.json", RepliesFeed(JsonFeed), name="replies_json"),
    path(
        "dramas/<slug:slug>/replies.atom",
        drama_replies(DramaRepliesFeed()),
        name="drama_replies_atom",
    ),
    path(
        "dramas/<slug:slug>/replies.json",
        drama_replies(DramaRepliesFeed(JsonFeed)),
        name="drama_replies_json",
    ),
    path("dramas/<slug:slug>/replies/", conversation.replies, name="replies"),
    path("privacy/", privacy.privacy, name="privacy"),
    path("privacy/data/", data.ask, name="data_ask"),
    path("privacy/data/asked/", data.asked, name="data_asked"),
    path("privacy/data/erased/", data.erased, name="data_erased"),
    path("privacy/data/<str:signed>/", data.data, name="data"),
    path("privacy/data/<str:signed>/export/", data.export, name="data_export"),
    path("privacy/data/<str:signed>/erase/", data.erase, name="data_erase"),
    path("replies/opened/", opening.opened, name="opened"),
    path("replies/<int:pk>/", reply.reply, name="reply"),
    path("replies/<int:pk>/answer/", reply.answer, name="answer"),
    path("replies/<int:pk>/report/", report.report, name="report"),
    path("replies/<int:pk>/thread/", thread.thread, name="thread"),
    path("replies/<int:pk>/reported/", report.reported, name="reported"),
    path("replies/own/<str:signed>/", own.own_reply, name="own_reply"),
    path("replies/own/<str:signed>/correct/", own.correct, name="correct_reply"),
    path("replies/own/<str:signed>/withdraw/", own.withdraw, name="withdraw_reply"),
    path("replies/own/<str:signed>/verify/", own.verify, name="verify_reply"),
    path("mail/confirm/<str:signed>/", mail.confirm, name="mail_confirm"),
    path("mail/stop/<str:signed>/", mail.stop, name="mail_stop"),
    path("mail/stop/daily/<str:signed>/", mail.stop_daily, name="mail_stop_daily"),
    path("mail/refuse/<str:signed>/", mail.refuse, name="mail_refuse"),
    path("mail/<str:signed>/", mail.overview, name="mail_overview"),
]
