"""The directory of actors, drawn from regions and territories."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from territories.actors import actors

urlpatterns = [path(_("acteurs/"), actors, name="actors")]
