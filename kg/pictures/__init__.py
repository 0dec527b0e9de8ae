"""Pictures of a store: the explorer (one HTML file) and plots for print."""

from kg.pictures.explorer import explorer
from kg.pictures.plots import PLOTS, plot

__all__ = ["PLOTS", "explorer", "plot"]
