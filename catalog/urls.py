"""The addresses of the catalogue."""

from django.urls import path

from catalog.views import artwork, pictures

urlpatterns = [
    path("dramas/<slug:slug>/poster.svg", artwork.poster_art, name="poster_art"),
    path("dramas/<slug:slug>/backdrop.svg", artwork.backdrop_art, name="backdrop_art"),
    path(
        "media/pictures/<slug:token>/<int:width>.<str:extension>", pictures.picture, name="picture"
    ),
]
