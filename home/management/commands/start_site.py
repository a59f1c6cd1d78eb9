import sys

from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction
from wagtail.models import Site

from home.models import ContactPage
from home.start.builder import SiteBuilder
from site_cms.models import PublisherSettings

LINES = ";"  # what parts the lines of an address that is given in one
CONTACT = "contact_email"
CONTACT_LABEL = "adresse qui reçoit les messages du formulaire de contact"
TO_CHECK = (
    "les données restent dans l’Union européenne (Données personnelles) ;",
    "le site ne mesure pas son audience (Gestion des cookies) ;",
    "un audit du RGAA et un plan annuel sont annoncés (Déclaration d’accessibilité) ;",
    "les contenus sont sous licence etalab-2.0 (Mentions légales).",
)


class Command(BaseCommand):
    help = (
        "Make the first pages of a site, in both languages, and its groups: what is missing of "
        "them, so it may be run again. Asks for what only the publisher knows."
    )

    def add_arguments(self, parser):
        parser.add_argument("--no-input", action="store_true", help="ask nothing: fail instead")
        for name in PublisherSettings.REQUIRED:
            parser.add_argument(_option(name), help=f"{_label(name)} (« {LINES} » : à la ligne)")
        parser.add_argument(_option(CONTACT), help=CONTACT_LABEL)

    def handle(self, *, no_input, **options):
        given = {name: options[name] or "" for name in (*PublisherSettings.REQUIRED, CONTACT)}
        call_command("permissions", stdout=self.stdout)
        facts = self._complete(given, may_ask=not no_input and sys.stdin.isatty())
        with transaction.atomic():
            builder = SiteBuilder(lambda step: self.stdout.write(f"  {step} …"))
            builder.build(facts.pop(CONTACT, ""))
            self._keep(builder.site, facts)
        call_command("site_address", stdout=self.stdout)
        self.stdout.write(f"Pages made: {len(builder.made)}; the others were there already.")
        self.stdout.write("À vérifier, car les pages l’affirment :")
        for sentence in TO_CHECK:
            self.stdout.write(f"  – {sentence}")

    # --- What only the publisher knows -----------------------------------------------------------

    def _complete(self, given, may_ask):
        """Return what was given and, where nothing is known yet, what was answered."""
        facts = {name: self._clean(name, value) for name, value in given.items() if value}
        lacking = [name for name in _unknown() if name not in facts]
        if lacking and not may_ask:
            options = ", ".join(_option(name) for name in lacking)
            raise CommandError(
                f"Only the publisher knows what is missing: give it by {options}, or run the "
                "command in a terminal without --no-input, which asks for it."
            )
        return facts | {name: self._ask(name) for name in lacking}

    def _ask(self, name):
        while True:
            try:
                return self._clean(name, input(f"{_label(name).capitalize()} : "))
            except CommandError as wrong:
                self.stderr.write(str(wrong))

    def _clean(self, name, value):
        text = "\n".join(part.strip() for part in value.split(LINES)).strip()
        try:
            if name == CONTACT:
                validate_email(text)
                return text
            # A settings field may be left empty in the admin; here it may not.
            if not text:
                raise ValidationError("Une réponse est nécessaire.")
            return PublisherSettings._meta.get_field(name).clean(text, None)
        except ValidationError as error:
            raise CommandError(
                f"{_label(name).capitalize()} : {' '.join(error.messages)}"
            ) from None

    def _keep(self, site, facts):
        settings = PublisherSettings.for_site(site)
        for name, value in facts.items():
            setattr(settings, name, value)
        settings.save()


def _unknown():
    """Name what the site does not say yet."""
    settings = PublisherSettings.for_site(Site.objects.get(is_default_site=True))
    unknown = [name for name in PublisherSettings.REQUIRED if not getattr(settings, name).strip()]
    return unknown if ContactPage.objects.exists() else [*unknown, CONTACT]


def _option(name):
    return f"--{name.replace('_', '-')}"


def _label(name):
    if name == CONTACT:
        return CONTACT_LABEL
    return str(PublisherSettings._meta.get_field(name).verbose_name)
