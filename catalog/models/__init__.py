"""The nouns of the catalogue."""

from catalog.models.change import DramaChange
from catalog.models.drama import Drama, Kind, Status
from catalog.models.episode import Episode, Season
from catalog.models.finding import Finding, FindingCount, QualityMark, Severity
from catalog.models.image import GalleryImage, ImageKind, Picture
from catalog.models.imported import ImportedPost
from catalog.models.link import Link, LinkKind
from catalog.models.merge import Merge, MergedNoun
from catalog.models.page import Markup, Page, PagePicture
from catalog.models.person import CAST_ROLES, Credit, Person, PersonName, Role
from catalog.models.pick import Pick
from catalog.models.publication import Publication
from catalog.models.redirect import Redirect
from catalog.models.relation import Relation, RelationKind
from catalog.models.revision import Revision
from catalog.models.search import SearchDocument, SearchKey, SearchMark, SearchTerm
from catalog.models.source import ExternalId, FormerSlug, ListingFigures, Source
from catalog.models.taxonomy import Country, DramaTag, Genre, Network, Tag
from catalog.models.title import AlternativeTitle

__all__ = [
    "CAST_ROLES",
    "AlternativeTitle",
    "Country",
    "Credit",
    "Drama",
    "DramaChange",
    "DramaTag",
    "Episode",
    "ExternalId",
    "Finding",
    "FindingCount",
    "FormerSlug",
    "GalleryImage",
    "Genre",
    "ImageKind",
    "ImportedPost",
    "Kind",
    "Link",
    "LinkKind",
    "ListingFigures",
    "Markup",
    "Merge",
    "MergedNoun",
    "Network",
    "Page",
    "PagePicture",
    "Person",
    "PersonName",
    "Pick",
    "Picture",
    "Publication",
    "QualityMark",
    "Redirect",
    "Relation",
    "RelationKind",
    "Revision",
    "Role",
    "SearchDocument",
    "SearchKey",
    "SearchMark",
    "SearchTerm",
    "Season",
    "Severity",
    "Source",
    "Status",
    "Tag",
]
