from .calls import CALLS
from .indicators import INDICATORS
from .pioneers import PIONEERS

__all__ = ["CALLS", "INDICATORS", "PIONEERS"]
