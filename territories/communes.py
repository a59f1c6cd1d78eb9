"""The communes of the eighteen regions: what a name says of its code, its region and its place.

The official list (Code officiel géographique, edition 2025) with the place of each town hall lies
in data/; its first lines say where it comes from, and `manage.py communes` writes it anew.
"""

import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from site_cms.words.letters import fold
from territories.regions import BY_CODE

PATH = Path(__file__).parent / "data" / "communes.tsv.gz"
SHOWN = 12
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Commune:
    code: str
    name: str
    region: str
    latitude: str
    longitude: str
    people: int

    @property
    def department(self) -> str:
        overseas = self.code.startswith("97")
        return self.code[:3] if overseas else self.code[:2]

    @property
    def position(self) -> tuple[Decimal, Decimal] | None:
        return (Decimal(self.latitude), Decimal(self.longitude)) if self.latitude else None


@cache
def communes() -> dict[str, Commune]:
    """Return all of them by their codes; 35,000, read once by a process that is asked."""
    with gzip.open(PATH, "rt", encoding="utf-8") as file:
        rows = (line.rstrip("\n").split("\t") for line in file if not line.startswith("#"))
        return {row[0]: Commune(*row[:5], int(row[5])) for row in rows}


@cache
def _by_name() -> list[tuple[str, Commune]]:
    return [(_key(commune.name), commune) for commune in communes().values()]


def _key(name: str) -> str:
    """Names as people type them: "st denis", "L’Île d’Yeu", "ile d yeu"."""
    words = "".join(char if char.isalnum() else " " for char in fold(name)).split()
    return " ".join({"st": "saint", "ste": "sainte"}.get(word, word) for word in words)


def named(name: str, region: str = "") -> Commune | None:
    """Return the one commune of that name, in a region or in France; None where there are more."""
    key = _key(name)
    found = [commune for known, commune in _by_name() if known == key] if key else []
    here = [commune for commune in found if commune.region == region] or found
    return here[0] if len(here) == 1 else None


def begun(typed: str, region: str = "") -> list[Commune]:
    """Return the communes to offer for what is typed: those of the region, then the largest."""
    key = _key(typed)
    if len(key) < SHORTEST:
        return []
    found = [(known, commune) for known, commune in _by_name() if _holds(known, key)]

    def rank(one):
        known, commune = one
        return known != key, commune.region != region, not known.startswith(key), -commune.people

    return [commune for _known, commune in sorted(found, key=rank)[:SHOWN]]


def _holds(known, key):
    return known.startswith(key) or f" {key}" in known


def write(rows: Iterable[dict]) -> int:
    """Write the list from what geo.api.gouv.fr gives of communes; return how many there are."""
    lines = sorted(_line(row) for row in rows if row.get("codeRegion") in BY_CODE)
    said = [line for line in _source() if line.startswith("#")]
    with gzip.GzipFile(PATH, "wb", mtime=0) as file:
        file.write("".join([*said, *lines]).encode())
    return len(lines)


def _source():
    with gzip.open(PATH, "rt", encoding="utf-8") as file:
        yield from file


def _line(row) -> str:
    place = row.get("mairie") or row.get("centre")
    longitude, latitude = place["coordinates"] if place else ("", "")
    people = row.get("population") or 0
    cells = (row["code"], row["nom"], row["codeRegion"], latitude, longitude, people)
    return "\t".join(map(str, cells)) + "\n"
