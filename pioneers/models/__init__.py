from .call import CallExtension, CallFormField, CallIndexPage, CallPage
from .pioneer import PioneerIndexPage, PioneerPage

__all__ = [
    "CallExtension",
    "CallFormField",
    "CallIndexPage",
    "CallPage",
    "PioneerIndexPage",
    "PioneerPage",
]
