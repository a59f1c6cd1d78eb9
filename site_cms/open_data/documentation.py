"""docs/open-data.md, written from the datasets themselves: `manage.py open_data_docs` writes it."""

from django.conf import settings
from django.utils import translation

from site_cms.open_data.datasets import datasets

PATH = settings.BASE_DIR / "docs" / "open-data.md"
_BEGIN = "<!-- Écrit par « manage.py open_data_docs » : ce qui suit vient du code. -->\n"


def documentation() -> str:
    """Return the whole file: what people wrote on top of it, then every dataset."""
    written = PATH.read_text().partition(_BEGIN)[0]
    with translation.override(settings.LANGUAGE_CODE):
        return written + _BEGIN + "".join(_dataset(found) for found in datasets().values())


def _dataset(dataset):
    rows = "".join(_row(column) for column in dataset.columns)
    return (
        f"\n## {dataset.title} : `/donnees/{dataset.slug}`\n\n{dataset.description}\n\n"
        f"| Colonne | Type | Valeurs | Sens |\n|---|---|---|---|\n{rows}"
    )


def _row(column):
    limits = {name: value for name, value in column.constraints.items() if name != "enum"}
    said = [f"`{value}`" for value in column.constraints.get("enum", ())]
    said += [f"{name} {value}".replace("|", r"\|") for name, value in limits.items()]
    kind = column.type if column.format == "default" else f"{column.type} ({column.format})"
    return f"| `{column.name}` | {kind} | {', '.join(said)} | {column.description} |\n"
