"""The licence of all that the site publishes: one name and one address, wherever it is told."""

LICENCE = {
    "name": "etalab-2.0",
    "title": "Licence Ouverte / Open Licence version 2.0",
    # Where the design system of the State has every site lead.
    "path": "https://github.com/etalab/licence-ouverte/blob/master/LO.md",
}
