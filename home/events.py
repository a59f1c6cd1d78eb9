"""The steps of the rollout as events of a calendar."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.models import MilestonePage
from site_cms.public.calendars import CalendarKind, Event, register_calendar
from site_cms.words.dates import Precision


def step(milestone) -> Event:
    """Return the days the step covers; the text says how precisely they are known."""
    name = milestone.title
    if milestone.status == milestone.Status.POSTPONED:
        name = _("Reporté\u00a0: %(title)s") % {"title": name}
    when = f"{capfirst(milestone.period)} · {milestone.get_status_display()}"
    return Event(
        page=milestone,
        name=name,
        starts=milestone.sort_date,
        ends=milestone.sort_end,
        text="\n\n".join(filter(None, (when, milestone.summary))),
        category=_("Déploiement"),
        is_certain=_is_certain(milestone),
    )


def _is_certain(milestone) -> bool:
    """Whether one can count on the days: what is done was done, what is announced to the day is."""
    if milestone.status == milestone.Status.PLANNED:
        return milestone.precision == Precision.DAY
    return milestone.status == milestone.Status.DONE


def _steps(root):
    pages = MilestonePage.objects.published().filter(locale=root.locale).descendant_of(root)
    return pages.order_by("-sort_date", "-pk")


STEPS = register_calendar(
    CalendarKind(
        key="steps",
        path=gettext_lazy("etapes.ics"),
        name=gettext_lazy("French Impact\u00a0: étapes du déploiement"),
        label=gettext_lazy("Étapes du déploiement"),
        find=_steps,
        describe=step,
    ),
    rank=10,
)
