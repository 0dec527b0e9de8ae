"""Pictures of a store: the explorer (one HTML file) and plots for print."""

from kg.pictures.explorer import explorer

__all__ = ["explorer"]
