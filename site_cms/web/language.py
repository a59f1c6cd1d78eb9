from django.conf import settings
from django.utils import translation


class LanguageFromPathMiddleware:
    """Activate the language of the address: /en/… is English, all else the default language.

    Django's LocaleMiddleware would also add `Vary: Accept-Language` to pages that do not vary.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response
