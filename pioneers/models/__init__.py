from .call import CallFormField, CallIndexPage, CallPage
from .extension import CallExtension
from .pioneer import PioneerIndexPage, PioneerPage

__all__ = [
    "CallExtension",
    "CallFormField",
    "CallIndexPage",
    "CallPage",
    "PioneerIndexPage",
    "PioneerPage",
]
