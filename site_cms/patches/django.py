"""What is replaced inside Django 5.2 and 6.1."""

from django.forms import CharField

from site_cms.patches.ground import Replaced

# The kinds of <input> in which nobody can type a second line; passwords are left as they are.
ONE_LINE = ("text", "search", "tel", "url", "email")


def holds_one_line(shipped):
    def to_python(self, value):
        text = shipped(self, value)
        lines = text.splitlines() if text and is_of_one_line(self.widget) else []
        return " ".join(filter(None, map(str.strip, lines))) if len(lines) > 1 else text

    return to_python


def is_of_one_line(widget):
    return getattr(widget, "input_type", "") in ONE_LINE


PATCHES = [
    Replaced(
        owner=CharField,
        name="to_python",
        by=holds_one_line,
        why="What is sent to a field of one line may become that of a mail, a table, a calendar.",
        seen={"5.2, 6.1": "ab1b40fc0272"},
    ),
]
