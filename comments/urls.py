"""The addresses of replies."""

from django.urls import path

from comments.views import conversation, reply

urlpatterns = [
    path("dramas/<slug:slug>/replies/", conversation.replies, name="replies"),
    path("replies/<int:pk>/", reply.reply, name="reply"),
    path("replies/<int:pk>/answer/", reply.answer, name="answer"),
    path("replies/own/<str:signed>/", reply.own_reply, name="own_reply"),
]
