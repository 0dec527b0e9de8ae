"""Asking the graph: named queries, and names for what they find."""

from kg.query.named import NamedQuery, Parameter, named_queries, run
from kg.query.names import find, labels_of

__all__ = ["NamedQuery", "Parameter", "find", "labels_of", "named_queries", "run"]
