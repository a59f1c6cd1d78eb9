from django.core.management.base import BaseCommand, CommandError

from site_cms.words.catalogue import compile_all, faults, languages, update


class Command(BaseCommand):
    help = "Write the interface's catalogues anew from the code."
    # The checks would load every address, of which some are words to translate.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="only say what they lack")
        parser.add_argument("--compile", action="store_true", help="only compile what changed")

    def handle(self, **options):
        if options["compile"]:
            compile_all()
            return
        wrong = []
        for language in languages():
            if not options["check"]:
                update(language)
            wrong += [f"{language}: {fault}" for fault in faults(language)]
        for fault in wrong:
            self.stdout.write(fault)
        if wrong and options["check"]:
            raise CommandError(
                f"{len(wrong)} strings to see to: run `make words`, then translate what is empty."
            )
        self.stdout.write(f"{len(wrong)} strings to translate" if wrong else "All is translated.")
