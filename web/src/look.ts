/** Colours and shapes, from the CSS variables of the theme, so that legend, graph, timeline and text agree. */

import type cytoscape from "cytoscape";
import type { Factuality } from "./data";

export const SHAPES: Record<string, cytoscape.Css.NodeShape> = {
  Person: "ellipse",
  Organization: "round-rectangle",
  Country: "hexagon",
  Group: "octagon",
  Place: "diamond",
  NamedEvent: "star",
  Work: "round-tag",
};

export const TYPES = Object.keys(SHAPES);

export const LINES: Record<Factuality, "solid" | "dashed" | "dotted"> = {
  Asserted: "solid",
  Reported: "dotted",
  Planned: "dashed",
  Possible: "dashed",
  Negated: "solid",
};

export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

export function typeColour(type: string): string {
  return colour(TYPES.includes(type) ? `type-${type}` : "muted");
}

export function factColour(factuality: Factuality): string {
  return colour(`fact-${factuality}`);
}

/** The outline of a node's shape in a box of 16 by 16, for the legend. */
export const OUTLINES: Record<string, string> = {
  Person: "M8 1.5a6.5 6.5 0 1 0 .01 0z",
  Organization: "M3.5 2h9A1.5 1.5 0 0 1 14 3.5v9a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 12.5v-9A1.5 1.5 0 0 1 3.5 2z",
  Country: "M4.5 2h7L15 8l-3.5 6h-7L1 8z",
  Group: "M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z",
  Place: "M8 1l7 7-7 7-7-7z",
  NamedEvent: "M8 .8l2.1 4.7 5.1.5-3.8 3.4 1.1 5L8 11.8l-4.5 2.6 1.1-5L.8 6l5.1-.5z",
  Work: "M2 3.5A1.5 1.5 0 0 1 3.5 2h6.8L15 8l-4.7 6H3.5A1.5 1.5 0 0 1 2 12.5z",
};
