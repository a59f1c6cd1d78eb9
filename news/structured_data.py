"""An article as schema.org describes it, with both its dates."""

from site_cms.public.structured_data import Shown, about, by_us, headline, written


def news_article(page, shown: Shown) -> dict:
    return about(page, shown, "NewsArticle") | {
        "headline": headline(page.title),
        "url": shown.address,
        "datePublished": written(page.published_on),
        "dateModified": written(page.shown_modified_on or page.published_on),
        "articleSection": page.section.name,
        "inLanguage": page.locale.language_code,
        "isAccessibleForFree": True,
        "author": by_us(shown),
        "publisher": by_us(shown),
    }
