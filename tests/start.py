"""Starting a site as a publisher would, who knows all that is asked."""

from io import StringIO

from django.core.management import call_command

KNOWN = {
    "publisher_name": "Direction de l’innovation",
    "publisher_address": "1 rue de la Paix ; 75000 Paris",
    "publisher_phone": "01 02 03 04 05",
    "publication_director": "Alix Martin",
    "host_name": "Hébergeur de l’État",
    "host_address": "2 rue du Centre",
    "host_phone": "01 02 03 04 06",
    "dpo_contact": "dpo@example.org",
    "contact_email": "equipe@example.org",
}


def start(**options):
    said = StringIO()
    call_command("start_site", no_input=True, stdout=said, **options)
    return said.getvalue()
