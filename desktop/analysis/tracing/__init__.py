"""Provenance: from any shown number to every cell that it was made of."""

from desktop.analysis.tracing.inquiry import Inquiry, inquiry
from desktop.analysis.tracing.names import names, near_names, traced
from desktop.analysis.tracing.trace import Kind, Named, Said, Trace, TraceUnit, leaves, said

__all__ = [
    "Inquiry",
    "Kind",
    "Named",
    "Said",
    "Trace",
    "TraceUnit",
    "inquiry",
    "leaves",
    "names",
    "near_names",
    "said",
    "traced",
]
