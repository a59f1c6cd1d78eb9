"""Rows as files: CSV (RFC 4180), JSON, GeoJSON and XLSX, written as they are read."""

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from tempfile import TemporaryFile

from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils import get_column_letter

from site_cms.open_data.datasets import Dataset, Place
from site_cms.public.licence import LICENCE
from site_cms.words.cells import harmless

# Widths of columns, in characters: wide enough for what they mostly hold.
_WIDTHS = {"string": 32, "datetime": 26, "array": 40}
_OTHER_WIDTH = 14
# With the offset from UTC, which a spreadsheet's instants do not know.
_INSTANT = 'yyyy-mm-dd"T"hh:mm:ss"{offset}"'
# What tells Excel that a file is in UTF-8.
BOM = "\ufeff"
# Rows sent at a time: enough for compression to be worth it.
_BATCH = 100


def csv_lines(dataset: Dataset, place: Place) -> Iterator[str]:
    """A text that a spreadsheet would run is marked; JSON and XLSX carry it as it is."""
    yield _csv([column.name for column in dataset.columns])
    for row in dataset.rows(place):
        yield _csv([_text(column, column.read(row)) for column in dataset.columns])


def excel_lines(dataset: Dataset, place: Place) -> Iterator[str]:
    """The same as French Excel opens it: semicolons, the mark of UTF-8, commas in numbers."""
    yield BOM + _csv([column.name for column in dataset.columns], ";")
    for row in dataset.rows(place):
        yield _csv([_for_excel(column, column.read(row)) for column in dataset.columns], ";")


def _for_excel(column, value) -> str:
    text = _text(column, value)
    if column.type == "number":
        return text.replace(".", ",")
    # A code would lose its zeros.
    return f'="{text}"' if column.type == "string" and text.isascii() and text.isdigit() else text


def _csv(cells, separator=",") -> str:
    line = StringIO()
    csv.writer(line, delimiter=separator).writerow(cells)
    return line.getvalue()


def _text(column, value) -> str:
    value = plain(value)
    if value is None:
        return ""
    if isinstance(value, list):
        return _json(value)
    return harmless(value) if column.type == "string" else str(value)


def json_lines(dataset: Dataset, place: Place) -> Iterator[str]:
    rows = (_json(_plain_values(dataset, row)) for row in dataset.rows(place))
    yield from _listed("[", rows, "]\n")


def geojson_lines(dataset: Dataset, place: Place) -> Iterator[str]:
    """A feature for each row, without geometry where nobody said where it is."""
    rows = (_json(_feature(dataset, row)) for row in dataset.rows(place))
    yield from _listed('{"type": "FeatureCollection", "features": [', rows, "]}\n")


def _feature(dataset, row) -> dict:
    values = _plain_values(dataset, row)
    point = dataset.point(row)
    return {
        "type": "Feature",
        "id": values[dataset.columns[0].name],
        "geometry": point and {"type": "Point", "coordinates": [plain(part) for part in point]},
        "properties": values,
    }


def _listed(begin, items: Iterable[str], end) -> Iterator[str]:
    separator = "\n"
    yield begin
    for item in items:
        yield separator + item
        separator = ",\n"
    yield "\n" + end


def xlsx_file(dataset: Dataset, place: Place):
    """A workbook on disk: the rows, then a sheet that says what they are."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(dataset.slug)
    sheet.freeze_panes = "B2"
    _widen(sheet, [_WIDTHS.get(column.type, _OTHER_WIDTH) for column in dataset.columns])
    sheet.append([column.name for column in dataset.columns])
    for row in dataset.rows(place):
        sheet.append([_cell(sheet, column.read(row)) for column in dataset.columns])
    _describe(book.create_sheet(_("À propos")), dataset)
    file = TemporaryFile()  # noqa: SIM115  sent after we return, closed with the response
    book.save(file)
    file.seek(0)
    return file


def _cell(sheet, value):
    if isinstance(value, datetime):
        return _instant(sheet, value)
    value = value if isinstance(value, date) else plain(value)
    if isinstance(value, list):
        value = _json(value)
    if not isinstance(value, str):
        return value
    # Said to be text, or what begins with "=" would be a formula.
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.data_type = "s"
    return cell


def _instant(sheet, value):
    """By the clock in Paris, as the columns say; what is shown tells its offset, as in a CSV."""
    cell = WriteOnlyCell(sheet, timezone.localtime(value).replace(tzinfo=None))
    cell.number_format = _INSTANT.format(offset=timezone.localtime(value).isoformat()[-6:])
    return cell


def _widen(sheet, widths):
    for rank, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(rank)].width = width


def _describe(sheet, dataset):
    _widen(sheet, [32, 18, 90])
    sheet.append([str(dataset.title)])
    sheet.append([str(dataset.description)])
    sheet.append([_("Licence"), LICENCE["title"], LICENCE["path"]])
    sheet.append([])
    sheet.append([_("Colonne"), _("Type"), _("Description")])
    for column in dataset.columns:
        sheet.append([column.name, column.type, str(column.description)])


def batched(lines: Iterable[str]) -> Iterator[bytes]:
    """Join lines, to send a few large pieces rather than many small ones."""
    batch = []
    for line in lines:
        batch.append(line)
        if len(batch) >= _BATCH:
            yield "".join(batch).encode()
            batch.clear()
    yield "".join(batch).encode()


def plain(value):
    """The value as JSON has it."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    return None if value == "" else value


def _plain_values(dataset, row):
    return {name: plain(value) for name, value in dataset.values(row).items()}


def _json(value) -> str:
    return json.dumps(value, ensure_ascii=False)
