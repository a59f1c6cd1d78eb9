"""The screens by which people come in, and those of their own account."""

from functools import wraps

from allauth.account import views as account
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.generic import UpdateView
from wagtail.log_actions import LogContext, log

from site_cms.accounts.factors import has_factor, must_add_factor
from site_cms.accounts.forms import NameForm
from site_cms.accounts.letters import language_of
from site_cms.models import User
from site_cms.rights.roles import ADMIN_ACCESS


def account_screen(view):
    """Show a screen in the language of whoever looks at it, and note who acts.

    Not in one transaction, like the rest of the admin: a password takes a while to look at, and a
    guess is counted whatever becomes of it.
    """

    @wraps(view)
    @never_cache
    def screen(request, *args, **kwargs):
        language = _language(request)
        user = request.user if request.user.is_authenticated else None
        with translation.override(language), LogContext(user=user):
            try:
                response = view(request, *args, **kwargs)
            except Http404:
                response = render(request, "accounts/not_found.html", status=404)
            if isinstance(response, TemplateResponse):
                response.render()
        response.headers["Content-Language"] = language
        return response

    screen.is_account_screen = True
    return screen


def _language(request):
    if request.user.is_authenticated:
        return language_of(request.user)
    return translation.get_language_from_request(request)


def log_in(request):
    """Let people in; whoever is in already, but may not work here, is told so."""
    if request.user.is_authenticated and not request.user.has_perm(ADMIN_ACCESS):
        return render(request, "accounts/no_access.html", status=403)
    return account.login(request)


def change_address(request):
    """Let an account move to another address, once it has followed the link sent there."""
    if "action_primary" in request.POST:
        return redirect("account_email")
    return account.email(request)


@login_required
def access(request):
    """All that an account may change of how it comes in."""
    context = {"has_factor": has_factor(request.user), "must_add": must_add_factor(request.user)}
    return TemplateResponse(request, "accounts/access.html", context)


class NameView(UpdateView):
    form_class = NameForm
    template_name = "accounts/name.html"

    def get_object(self, queryset=None):
        return User.objects.get(pk=self.request.user.pk)

    def form_valid(self, form):
        form.save()
        log(self.object, "wagtail.edit")
        return redirect("account_access")


def to_new_screen(name):
    """Lead from an address of Wagtail's own to the one in its place."""

    def lead(request, **kwargs):
        query = request.META.get("QUERY_STRING", "")
        return redirect(reverse(name) + (f"?{query}" if query else ""))

    return lead
