"""What blocks say of what they refuse."""

from django.core.exceptions import ValidationError
from django.utils.translation import override


def refusals(block, **value):
    """Clean a value as the editor's form does; return {field: message}."""
    value = block.to_python(value)
    try:
        with override("fr"):
            block.clean(value)
    except ValidationError as error:
        return {name: str(e.messages[0]) for name, e in error.block_errors.items()}
    return {}
