"""Forms that anybody may send: what pages with one have in common.

Answers are stored, and a copy is mailed to the page's `to_address` (a field of Wagtail's): without
one nobody gets the message, and the desk says so (admin/forms.py).
"""

import logging

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.mail import send_mail
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.forms.forms import FormBuilder
from wagtail.contrib.forms.models import (
    AbstractFormField,
    EmailFormMixin,
    FormMixin,
    FormSubmission,
)
from wagtail.contrib.forms.panels import FormSubmissionsPanel
from wagtail.fields import RichTextField
from wagtail.log_actions import log
from wagtail.models import TranslatableMixin

from site_cms.rights.page_forms import BoundaryFormPageForm
from site_cms.translation.fields import same_everywhere
from site_cms.words.durations import WHAT, duration, kept_since

from .answers import NumberField, messages_for, told_to_staff
from .page_form import PageFormMixin
from .pages import BasePage

# Wagtail names a question by its label, in snake case: no label can give this name.
HONEYPOT = "url-du-site"
TEXT_LIMIT = 5_000
MAIL_FAILED = "site_cms.mail_failed"
logger = logging.getLogger(__name__)


class PublicFormBuilder(FormBuilder):
    """Forms anybody may send: bounded text, DSFR classes, and a field only robots fill in."""

    @property
    def formfields(self):
        fields = super().formfields
        for field in fields.values():
            field.error_messages |= messages_for(field)
        trap = forms.CharField(
            required=False,
            label=_("Ne pas remplir ce champ"),
            widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
        )
        return {**fields, HONEYPOT: trap}

    def create_dropdown_field(self, field, options):
        """A list in which nothing is chosen before the reader chooses."""
        dropdown = super().create_dropdown_field(field, options)
        if not field.default_value:
            dropdown.choices = [("", _("Choisissez dans la liste")), *dropdown.choices]
        return dropdown

    def create_number_field(self, field, options):
        return NumberField(**options)

    def get_formatted_field_choices(self, field):
        """One choice a line: what stands on it may hold a comma."""
        lines = (line.strip() for line in field.choices.splitlines())
        return [(line, line) for line in lines if line]

    def create_multiline_field(self, field, options):
        return super().create_multiline_field(field, {"max_length": TEXT_LIMIT, **options})


class FormField(TranslatableMixin, AbstractFormField):
    """One question of a public form; a room subclasses it with its ParentalKey."""

    # What answers are stored under: the same in every language.
    override_translatable_fields = same_everywhere("clean_name")

    FIELD_CHOICES = (
        ("singleline", _("Texte d’une ligne")),
        ("multiline", _("Texte de plusieurs lignes")),
        ("email", _("Adresse électronique")),
        ("number", _("Nombre")),
        ("url", _("Adresse de site")),
        ("checkbox", _("Case à cocher")),
        ("dropdown", _("Liste déroulante")),
        ("radio", _("Choix unique")),
    )
    field_type = models.CharField(
        _("type de réponse"), max_length=16, choices=FIELD_CHOICES, default="singleline"
    )

    # Wagtail's last two speak of commas between choices.
    panels = [
        *AbstractFormField.panels[:-2],
        FieldPanel(
            "choices",
            classname="formbuilder-choices",
            help_text=_("Une réponse par ligne, pour une liste ou un choix unique."),
        ),
        FieldPanel(
            "default_value",
            classname="formbuilder-default",
            help_text=_("La réponse écrite ou choisie d’avance."),
        ),
    ]

    class Meta(TranslatableMixin.Meta, AbstractFormField.Meta):
        abstract = True

    def clean(self):
        super().clean()
        if self.field_type in ("dropdown", "radio") and not self.choices.strip():
            raise ValidationError({"choices": _("Écrivez les réponses proposées, une par ligne.")})


class PublicFormPageForm(PageFormMixin, BoundaryFormPageForm):
    """Refuses to put a form online that asks nothing, or keeps silent about personal data."""

    def _post_clean(self):
        super()._post_clean()
        if not self.instance.has_online_form():
            return
        if not self.instance.privacy_notice:
            self.add_error(
                "privacy_notice", _("Dites ici à quoi servent les réponses et qui les lit.")
            )
        if not self._asks_something():
            self.add_error(None, _("Ajoutez au moins une question au formulaire."))

    def _asks_something(self):
        questions = self.formsets["form_fields"]
        return any(
            question.has_changed() or question.instance.pk
            for question in questions.forms
            if question not in questions.deleted_forms
        )


class PublicFormPage(EmailFormMixin, FormMixin, BasePage):
    """A page with a form for anonymous readers: stored, mailed, answered by a redirect.

    The form needs no cookie and no token: it acts with nobody's rights. What protects it is the
    browser's own word on where the submission comes from, and a field that people never see.
    """

    form_intro = RichTextField(_("texte avant le formulaire"), blank=True)
    thank_you_text = RichTextField(
        _("message après l’envoi"), blank=True, help_text=_("Dites quand une réponse viendra.")
    )
    privacy_notice = RichTextField(
        _("information sur les données personnelles"),
        blank=True,
        help_text=_(
            "Obligatoire sous chaque formulaire : à quoi servent les réponses, combien de temps "
            "elles sont conservées, comment exercer ses droits."
        ),
    )

    # How long answers are kept: a name of settings.KEPT.
    kept_as = "messages"
    # What the title of the screen says once the form is sent.
    sent_label = _("Message envoyé")
    # The copy by mail is for those who answer, in their language.
    override_translatable_fields = BasePage.override_translatable_fields + same_everywhere(
        "to_address", "subject"
    )
    form_builder = PublicFormBuilder
    base_form_class = PublicFormPageForm
    form_panels = [
        MultiFieldPanel(
            [
                FieldPanel("form_intro"),
                InlinePanel("form_fields", label=_("question")),
                FieldPanel("thank_you_text"),
                FieldPanel("privacy_notice"),
            ],
            heading=_("Formulaire"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("to_address"),
                FieldRowPanel([FieldPanel("from_address"), FieldPanel("subject")]),
            ],
            heading=_("Copie par courriel"),
        ),
    ]
    content_panels = [FormSubmissionsPanel(), *BasePage.content_panels]

    class Meta:
        abstract = True

    def has_online_form(self) -> bool:
        """Return whether the page ever shows its form to the public."""
        return True

    def accepts_submissions(self) -> bool:
        """Return whether the form may be shown and sent now."""
        return True

    def closed_message(self) -> str:
        """Return what to tell somebody who sends the form when it is no longer open."""
        return _("Ce formulaire n’est plus ouvert. Copiez votre texte avant de quitter la page.")

    @property
    def kept_sentence(self) -> str:
        """Return how long answers are kept, for those who give them."""
        words = {"duration": duration(self.kept_as), "since": WHAT[self.kept_as][1]}
        return _("Conservation de vos réponses\u00a0: %(duration)s %(since)s.") % words

    @classmethod
    def outdated_answers(cls) -> models.QuerySet:
        """Return the answers to pages of this type that have been kept long enough."""
        old = FormSubmission.objects.filter(submit_time__lt=kept_since(cls.kept_as))
        return old.filter(page__in=cls.objects.values("pk"))

    def serve(self, request, *args, **kwargs):
        if request.method == "POST":
            return self._receive(request)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["sent"] = "envoye" in request.GET
        return context

    def send_mail(self, form):
        """Send the copy of an answer that is stored; a failure is the staff's to mend.

        The reader, told of it, would send the same answer again. The page's history says so.
        """
        # A mail is refused when its subject has two lines: an import may bring such a title.
        self.subject = " ".join((self.subject or self.title).split())
        addresses = [address.strip() for address in self.to_address.split(",")]
        try:
            with transaction.atomic():
                send_mail(
                    self.subject,
                    self.render_email(form),
                    addresses,
                    self.from_address,
                    reply_to=_addresses_in(form),
                )
        except Exception:
            logger.exception("No mail for an answer to the form of page %s", self.pk)
            log(self, MAIL_FAILED)

    def render_email(self, form):
        lines = [self.title, self.full_url, ""]
        for field in form:
            if field.name in form.cleaned_data:
                answer = told_to_staff(form.cleaned_data[field.name])
                lines.append(f"{field.label}\u00a0: {answer}")
        return "\n".join(lines)

    def get_data_fields(self):
        """What the list and its files show: answers to questions that are gone stay in them."""
        asked = super().get_data_fields()
        answered = set().union(*self.get_submissions().values_list("form_data", flat=True))
        gone = sorted(answered - {name for name, label in asked})
        said = gettext("%(question)s (question retirée)")
        return [*asked, *((name, said % {"question": _readable(name)}) for name in gone)]

    def _receive(self, request):
        if is_cross_site(request):
            raise PermissionDenied
        form = self.get_form(request.POST, page=self, user=request.user)
        if not self.accepts_submissions():
            form.add_error(None, self.closed_message())
        if not form.is_valid():
            context = self.get_context(request) | {"form": form}
            return self._render(request, context, status=422)
        # A robot is thanked like anybody, and nothing is kept.
        if not form.cleaned_data.pop(HONEYPOT, ""):
            # The answer and its copy are put down together, or not at all.
            with transaction.atomic():
                self.process_form_submission(form)
        return HttpResponseRedirect(self.get_url(request) + "?envoye#formulaire")

    def _render(self, request, context, status):
        return TemplateResponse(request, self.get_template(request), context, status=status)


def _addresses_in(form) -> list[str]:
    """Return the addresses that were given: whoever answers the mail writes to them."""
    given = (
        form.cleaned_data.get(name)
        for name, field in form.fields.items()
        if isinstance(field, forms.EmailField)
    )
    return list(dict.fromkeys(filter(None, given)))


def _readable(name: str) -> str:
    return name.replace("_", " ").capitalize()


def is_cross_site(request) -> bool:
    """Return whether the browser says that another site made it send this form."""
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return bool(origin) and origin != f"{request.scheme}://{request.get_host()}"
