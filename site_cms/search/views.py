"""The page of results, and what is offered while one types."""

from django.http import Http404, JsonResponse
from django.shortcuts import render

from site_cms.public.routing import site_tree
from site_cms.search.answer import Answer, targets
from site_cms.search.misses import note_miss
from site_cms.search.suggestions import suggestions


def search(request):
    tree = site_tree(request, [])
    if tree is None:
        raise Http404
    answer = Answer(request, tree.root.locale.language_code)
    if answer.is_miss:
        note_miss(answer.words, answer.search.language)
    return render(request, "site_cms/search.html", {"answer": answer})


def suggest(request):
    """What to offer under the search field, for static/js/40-suggestions.js."""
    tree = site_tree(request, [])
    if tree is None:
        raise Http404
    keys = suggestions(request.GET.get("q", ""), tree.root.locale.language_code)
    offered = [
        {"title": entry.title, "kind": entry.shelf.kind_label, "url": url}
        for entry, url in targets(keys, request)
    ]
    return JsonResponse({"suggestions": offered})
