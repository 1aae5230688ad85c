"""The site's table of contents."""

from django.contrib import admin
from django.urls import include, path

from dramasite import views, wellknown

urlpatterns = [
    path("", include("catalog.urls")),
    path("", include("comments.urls")),
    path("admin/", admin.site.urls),
    path("robots.txt", views.robots),
    path("humans.txt", wellknown.humans),
    path("<slug:key>.txt", wellknown.indexnow_key),
    path(".well-known/security.txt", wellknown.security, name="security"),
    path(".well-known/change-password", wellknown.change_password),
]

handler400 = views.bad_request
handler403 = views.forbidden
handler404 = views.not_found
handler500 = views.server_error
