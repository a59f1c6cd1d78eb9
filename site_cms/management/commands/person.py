import json

from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder

from site_cms.keeping.people import LastAdministrator, Person


class Command(BaseCommand):
    help = "Say what is held about a person, by e-mail address; give it out, or erase it."

    def add_arguments(self, parser):
        parser.add_argument("email")
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--export", action="store_true", help="write all of it, as JSON")
        what.add_argument("--erase", action="store_true", help="remove it for good")
        parser.add_argument("--no-input", action="store_true", help="with --erase: do not ask")

    def handle(self, email, *, export, erase, no_input, **options):
        person = Person(email)
        if export:
            text = json.dumps(person.export(), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
            self.stdout.write(text)
            return
        self._say(person)
        if erase and person.is_known and (no_input or self._is_sure()):
            self._erase(person)

    def _say(self, person):
        self.stdout.write(f"Answers to forms: {len(person.answers)}")
        self.stdout.write(f"Mails that have not left: {len(person.mails)}")
        self.stdout.write(f"Accounts: {len(person.accounts)}")
        for item in person.printed_on:
            self.stdout.write(f"Printed on: {item._meta.verbose_name} « {item} » (edit it by hand)")

    def _is_sure(self):
        return input("Erase all of it for good? Type yes: ").strip() == "yes"

    def _erase(self, person):
        try:
            person.erase()
        except LastAdministrator:
            raise CommandError(
                "This is the only account of the technical administration: make another first."
            ) from None
        self.stdout.write("Erased. Backups hold it until they are removed in their turn.")
