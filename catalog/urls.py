"""The addresses of the catalogue."""

from django.urls import path, re_path, register_converter

from catalog.converters import DayConverter, MonthConverter, YearConverter
from catalog.feeds import DramasFeed
from catalog.views import (
    api,
    artwork,
    browse,
    calendar,
    calendar_files,
    dramas,
    home,
    labels,
    oembed,
    pages,
    people,
    pictures,
    previews,
    search,
    sharing,
    sitemaps,
)
from dramasite.reading import all_read_only
from dramasite.syndication import JsonFeed

register_converter(YearConverter, "yyyy")
register_converter(MonthConverter, "yyyy_mm")
register_converter(DayConverter, "yyyy_mm_dd")

urlpatterns = [
    path("", home.home, name="home"),
    path("dramas/", browse.dramas, name="dramas"),
    path("dramas/<slug:slug>/", dramas.drama, name="drama"),
    path("dramas/<slug:slug>/episodes/", dramas.episodes, name="episodes"),
    path("dramas/<slug:slug>/gallery/<int:number>/", dramas.gallery_image, name="gallery_image"),
    path("dramas/<slug:slug>/poster.svg", artwork.poster_art, name="poster_art"),
    path("dramas/<slug:slug>/backdrop.svg", artwork.backdrop_art, name="backdrop_art"),
    path(
        "media/pictures/<slug:token>/<int:width>.<str:extension>", pictures.picture, name="picture"
    ),
    path("dramas/<slug:slug>/share.jpg", sharing.drama, name="drama_share"),
    path("people/<slug:slug>/share.jpg", sharing.person, name="person_share"),
    path("share.jpg", sharing.site, name="share"),
    path("previews/<str:signed>/", previews.drama, name="preview"),
    path("previews/<str:signed>/episodes/", previews.episodes),
    path("previews/<str:signed>/gallery/<int:number>/", previews.gallery_image),
    path("previews/<str:signed>/poster.svg", previews.poster_art),
    path("previews/<str:signed>/backdrop.svg", previews.backdrop_art),
    path("oembed", oembed.oembed, name="oembed"),
    path("feeds/dramas.atom", DramasFeed(), name="dramas_atom"),
    path("feeds/dramas.json", DramasFeed(JsonFeed), name="dramas_json"),
    path("dramas/<slug:slug>/calendar.ics", calendar_files.drama, name="drama_ics"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/<yyyy_mm:month>/", calendar.month, name="calendar_month"),
    path("calendar/<yyyy_mm_dd:day>/", calendar.day, name="calendar_day"),
    path("calendar.ics", calendar_files.whole, name="calendar_ics"),
    path("sitemap.xml", sitemaps.sitemap_index, name="sitemap_index"),
    path("sitemaps/<slug:section>-<int:number>.xml", sitemaps.sitemap, name="sitemap"),
    path("api/", api.guide, name="api"),
    path("api/openapi.json", api.openapi, name="openapi"),
    path("api/dramas/", api.dramas, name="api_dramas"),
    path("api/dramas/<slug:slug>/", api.drama, name="api_drama"),
    path("api/people/<slug:slug>/", api.person, name="api_person"),
    path("api/search/", api.search, name="api_search"),
    # Of any characters: a path part ends at a line break.
    re_path(r"^api/(?P<rest>(?s:.+))\Z", api.unknown),
    path("people/", people.people, name="people"),
    path("people/<slug:slug>/", people.person, name="person"),
    path("people/<slug:slug>/<slug:role>/", people.role, name="person_role"),
    path("genres/", labels.genres, name="genres"),
    path("genres/<slug:slug>/", labels.genre, name="genre"),
    path("tags/", labels.tags, name="tags"),
    path("tags/<slug:slug>/", labels.tag, name="tag"),
    path("networks/", labels.networks, name="networks"),
    path("networks/<slug:slug>/", labels.network, name="network"),
    path("networks/<slug:slug>/calendar.ics", calendar_files.network, name="network_ics"),
    path("countries/", labels.countries, name="countries"),
    path("countries/<slug:slug>/", labels.country, name="country"),
    path("pages/", pages.pages, name="pages"),
    path("pages/<slug:slug>/", pages.page, name="page"),
    path("search/", search.search, name="search"),
    path("search/suggestions/", search.suggestions, name="suggestions"),
    path("opensearch.xml", search.opensearch, name="opensearch"),
    path("years/", labels.years, name="years"),
    path("years/<yyyy:year>/", labels.year, name="year"),
]
# Visitors only read the catalogue.
urlpatterns = all_read_only(urlpatterns)
