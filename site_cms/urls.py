"""The addresses of the site: the ground floor's, those of the rooms, and last every page."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.documents.views.serve import authenticate_with_password as authenticate_for_document
from wagtail.urls import serve_pattern
from wagtail.views import authenticate_with_password

from site_cms.accounts import urls as accounts
from site_cms.accounts.private_parts import guarded
from site_cms.admin.accounts import OwnPreferences
from site_cms.admin.lists import explore_root
from site_cms.api.views import router
from site_cms.open_data import views as open_data
from site_cms.public import robots, share_pictures, sitemaps, views
from site_cms.public.security_txt import security_txt
from site_cms.rooms import modules
from site_cms.search import views as search
from site_cms.translation.editor_words import screen_words
from site_cms.web.door import within_admin

admin_urls = [
    # Before Wagtail's own, whose addresses they take: nobody comes in another way.
    path("", include(accounts.patterns)),
    path("account/", require_admin_access(OwnPreferences.as_view()), name="wagtailadmin_account"),
    path("pages/", explore_root, name="wagtailadmin_explore_root"),
    path("jsi18n/", screen_words, name="wagtailadmin_javascript_catalog"),
    path("", include(wagtailadmin_urls)),
]
urlpatterns = [
    # Who may open what, and that every act is one transaction: see web/door.py.
    path("admin/", include(within_admin(admin_urls))),
    path("api/v2/", router.urls),
    path(
        "documents/authenticate_with_password/<int:restriction_id>/",
        guarded(authenticate_for_document, "collection"),
        name="wagtaildocs_authenticate_with_password",
    ),
    path("documents/", include(wagtaildocs_urls)),
    path("robots.txt", robots.robots_txt),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("favicon.ico", views.icon, {"name": "favicon.ico"}),
    path("apple-touch-icon.png", views.icon, {"name": "apple-touch-icon.png"}),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    re_path(
        r"^sitemap-(?P<room>[a-z_]+)-(?P<number>0|[1-9]\d{0,5})\.xml$",
        sitemaps.section,
        name="sitemap_section",
    ),
    re_path(
        r"^partage/(?P<key>[1-9]\d{0,8})-(?P<digest>[0-9a-f]{16})\.png$",
        share_pictures.share_picture,
        name="share_picture",
    ),
    # Files of open data have one address: the pages that show them have one in each language.
    re_path(
        r"^donnees/(?P<slug>[a-z]+)\.(?P<kind>(?:excel\.)?csv|json|xlsx|geojson)$",
        open_data.file,
        name="open_data_file",
    ),
    re_path(
        r"^donnees/catalogue\.(?P<kind>jsonld|ttl)$",
        open_data.catalogue,
        name="open_data_catalogue",
    ),
    re_path(r"^donnees/(?P<slug>[a-z]+)\.schema\.json$", open_data.schema, name="open_data_schema"),
    re_path(r"^media/(?P<path>.+)$", views.media),
    # Wagtail reverses this name for pages kept for accounts, even where settings name another.
    path(
        "_util/login/",
        RedirectView.as_view(pattern_name="account_login", query_string=True),
        name="wagtailcore_login",
    ),
]
# The address alone decides the language: French has no prefix, English is under /en/.
urlpatterns += i18n_patterns(
    *(path("", include(urls)) for urls in modules("urls")),
    path(
        _("recherche/"),
        include(
            [
                path("", search.search, name="search"),
                path("suggestions/", search.suggest, name="search_suggestions"),
            ]
        ),
    ),
    path(
        _("donnees/"),
        include(
            [
                path("", open_data.index, name="open_data"),
                path("<slug:slug>/", open_data.detail, name="open_data_detail"),
            ]
        ),
    ),
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        guarded(authenticate_with_password, "page"),
        name="wagtailcore_authenticate_with_password",
    ),
    # Pages take no token: the only forms among them are for anonymous readers, who need no
    # cookie to read or write to us; PublicFormPage checks where a submission comes from.
    re_path(serve_pattern, csrf_exempt(views.page), name="wagtail_serve"),
    prefix_default_language=False,
)

handler400 = "site_cms.public.views.bad_request"
handler404 = "site_cms.public.views.not_found"
handler500 = "site_cms.seen.outage.server_error"
