/** The graph: positions come with the data, so it stands still and is the same each time. */

import cytoscape from "cytoscape";
import type { Entity, Link } from "./data";
import { LINES, SHAPES, colour, factColour, typeColour } from "./look";
import type { State } from "./state";
import { label } from "./texts";

/** From so many elements on, detail is given up while the graph moves. */
const LARGE = 1500;

type Box = [left: number, top: number, right: number, bottom: number];

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
}

export class Graph {
  private readonly cy: cytoscape.Core;
  private readonly large: boolean;

  constructor(
    private readonly state: State,
    readonly container: HTMLElement,
  ) {
    this.large = state.data.entities.length + state.links.length > LARGE;
    this.cy = cytoscape({
      container,
      elements: [...this.nodes(), ...state.links.map((link) => this.edge(link))],
      layout: { name: "preset" },
      style: this.style(),
      minZoom: 0.02,
      maxZoom: 4,
      boxSelectionEnabled: false,
      autoungrabify: true,
      autounselectify: true,
      textureOnViewport: this.large,
      hideEdgesOnViewport: false,
      ...(this.large ? { pixelRatio: 1 } : {}),
    });
    this.cy.on("tap", (event) => this.tapped(event.target));
    this.cy.on("mouseover", "node, edge", (event) => this.hover(event.target));
    this.cy.on("mouseout", "node, edge", () => this.hover(null));
    this.cy.on("mousemove", (event) => {
      container.style.cursor = event.target === this.cy ? "" : "pointer";
    });
    let waiting = 0;
    this.cy.on("viewport", () => {
      clearTimeout(waiting);
      waiting = window.setTimeout(() => this.declutter(), 90);
    });
    this.update();
  }

  /** Write the names of the most important nodes, as many as have room on the screen, always in a legible size. */
  private declutter(): void {
    const zoom = this.cy.zoom();
    const font = Math.max(12.5, 12 / zoom);
    const grow = Math.max(1, 0.36 / zoom);
    const taken: Box[] = [];
    const view = this.cy.extent();
    const nodes = this.cy.nodes(":visible").sort((a, b) => b.data("importance") - a.data("importance"));
    this.cy.batch(() => {
      nodes.forEach((node) => {
        const { x, y } = node.position();
        const { label: name, size } = node.data();
        const half = (size * grow) / 2;
        const wide = Math.min(name.length, 22) * font * 0.26;
        const box: Box = [x - wide, y + half, x + wide, y + half + font * (0.4 + 1.15 * Math.ceil(name.length / 22))];
        const inside = x > view.x1 && x < view.x2 && y > view.y1 && y < view.y2;
        const free = inside && !taken.some((other) => overlap(box, other));
        if (free) taken.push(box);
        if (inside) taken.push([x - half * 0.8, y - half * 0.8, x + half * 0.8, y + half * 0.8]);
        node.toggleClass("quiet", !free);
        if (node.data("font") !== font || node.data("drawn") !== size * grow) {
          node.data({ font, room: font * 12, drawn: size * grow });
        }
      });
    });
  }

  private nodes(): cytoscape.ElementDefinition[] {
    return this.state.data.entities.map((entity, index) => this.node(entity, index));
  }

  private node(entity: Entity, index: number): cytoscape.ElementDefinition {
    const size = Math.min(64, 18 + 7 * Math.sqrt(entity.weight));
    return {
      group: "nodes",
      data: {
        id: `n${index}`,
        index,
        label: entity.label,
        type: entity.type,
        size,
        drawn: size,
        importance: entity.weight,
        font: 12.5,
        room: 150,
      },
      position: { x: entity.x, y: entity.y },
    };
  }

  private edge(link: Link): cytoscape.ElementDefinition {
    return {
      group: "edges",
      data: {
        id: link.id,
        source: `n${link.s}`,
        target: `n${link.o}`,
        factuality: link.factuality,
        predicate: link.p,
        label: this.edgeLabel(link),
        width: Math.min(7, 1.2 + 1.1 * Math.sqrt(link.claims.length)),
        arrow: this.state.data.symmetric.includes(link.p) ? "none" : "triangle",
      },
    };
  }

  private edgeLabel(link: Link): string {
    const times = link.claims.length > 1 ? ` ×${link.claims.length}` : "";
    return `${link.factuality === "Negated" ? "✕ " : ""}${label(link.p)}${times}`;
  }

  private style(): cytoscape.StylesheetJson {
    const types = Object.keys(SHAPES).map((type) => ({
      selector: `node[type = "${type}"]`,
      style: { shape: SHAPES[type]!, "background-color": typeColour(type) },
    }));
    const facts = Object.entries(LINES).map(([factuality, line]) => {
      const shade = factColour(factuality as keyof typeof LINES);
      return {
        selector: `edge[factuality = "${factuality}"]`,
        style: { "line-style": line, "line-color": shade, "target-arrow-color": shade, "mid-target-arrow-color": shade },
      };
    });
    return [
      {
        selector: "node",
        style: {
          width: "data(drawn)",
          height: "data(drawn)",
          label: "data(label)",
          color: colour("ink"),
          "font-family": colour("sans"),
          "font-size": "data(font)",
          "text-valign": "bottom",
          "text-margin-y": 4,
          "text-wrap": "wrap",
          "text-max-width": "data(room)",
          "text-background-color": colour("paper"),
          "text-background-opacity": 0.75,
          "text-background-padding": "1px",
          "border-width": 1.5,
          "border-color": colour("paper"),
          "overlay-opacity": 0,
        },
      },
      ...types,
      {
        selector: "edge",
        style: {
          width: "data(width)",
          "curve-style": this.large ? "straight" : "bezier",
          "control-point-step-size": 44,
          "target-arrow-shape": "data(arrow)" as cytoscape.Css.ArrowShape,
          "arrow-scale": 0.9,
          label: this.large ? "" : "data(label)",
          "font-size": 11,
          "font-family": colour("sans"),
          "min-zoomed-font-size": 7,
          color: colour("muted"),
          "text-rotation": "autorotate",
          "text-background-color": colour("paper"),
          "text-background-opacity": 0.9,
          "text-background-padding": "2px",
          "overlay-opacity": 0,
        },
      },
      ...facts,
      {
        selector: 'edge[factuality = "Negated"]',
        style: { "mid-target-arrow-shape": "tee", "mid-target-arrow-color": colour("fact-Negated"), color: colour("fact-Negated") },
      },
      { selector: "node.quiet", style: { label: "" } },
      { selector: ".hidden", style: { display: "none" } },
      { selector: ".far", style: { opacity: 0.12 } },
      { selector: "edge.near", style: { label: "data(label)", color: colour("ink"), "z-index": 9 } },
      { selector: "node.near", style: { "z-index": 10, label: "data(label)" } },
      {
        selector: ".chosen",
        style: { "underlay-color": colour("accent"), "underlay-opacity": 0.45, "underlay-padding": 7, "underlay-shape": "ellipse", "z-index": 11 },
      },
    ] as cytoscape.StylesheetJson;
  }

  /** Take over colours and words after a change of theme or language. */
  restyle(): void {
    this.cy.batch(() => {
      for (const link of this.state.links) this.cy.getElementById(link.id).data("label", this.edgeLabel(link));
    });
    this.cy.style(this.style());
  }

  /** Show what passes the filters. */
  update(): void {
    const { state } = this;
    this.cy.batch(() => {
      const alive = new Set<number>();
      for (const index of state.passing) {
        const claim = state.data.claims[index]!;
        for (const entity of [claim.s, claim.o]) if (entity !== null) alive.add(entity);
      }
      this.cy.nodes().forEach((node) => void node.toggleClass("hidden", !alive.has(node.data("index"))));
      for (const link of state.links) {
        const shown = link.claims.some((claim) => state.passing.has(claim));
        this.cy.getElementById(link.id).toggleClass("hidden", !shown);
      }
    });
    this.declutter();
  }

  /** Mark what is selected, and bring it into view if it lies outside. */
  choose(): void {
    const { selection } = this.state;
    this.cy.elements(".chosen").removeClass("chosen");
    let chosen = this.cy.collection();
    if (selection?.kind === "entity") chosen = this.cy.getElementById(`n${selection.entity}`);
    if (selection?.kind === "claims") {
      const ids = this.state.links.filter((link) => link.claims.some((claim) => selection.claims.includes(claim)));
      ids.forEach((link) => (chosen = chosen.union(this.cy.getElementById(link.id))));
    }
    chosen.addClass("chosen");
    this.highlight(chosen);
    this.reveal(chosen);
  }

  private reveal(chosen: cytoscape.CollectionReturnValue): void {
    if (chosen.empty()) return;
    const view = this.cy.extent();
    const box = chosen.boundingBox();
    const outside = box.x2 < view.x1 || box.x1 > view.x2 || box.y2 < view.y1 || box.y1 > view.y2;
    if (outside) this.cy.center(chosen);
  }

  private hover(target: cytoscape.SingularElementArgument | null): void {
    if (target !== null) this.highlight(target as unknown as cytoscape.CollectionReturnValue);
    else this.highlight(this.cy.elements(".chosen"));
  }

  private highlight(centre: cytoscape.CollectionReturnValue): void {
    this.cy.batch(() => {
      this.cy.elements(".near").removeClass("near");
      this.cy.elements(".far").removeClass("far");
      if (centre.empty()) return;
      const edges = centre.nodes().connectedEdges(":visible").union(centre.edges());
      const around = centre.union(edges).union(edges.connectedNodes());
      around.addClass("near");
      if (!this.large) this.cy.elements().difference(around).addClass("far");
    });
  }

  private tapped(target: cytoscape.Core | cytoscape.SingularElementReturnValue): void {
    if (target === this.cy) {
      if (this.state.selection !== null) this.state.show({ selection: null });
      return;
    }
    const id: string = target.data("id");
    if (target.data("index") !== undefined) this.state.select({ kind: "entity", entity: target.data("index") });
    else {
      const link = this.state.links.find((candidate) => candidate.id === id);
      if (link) this.state.select({ kind: "claims", claims: link.claims.filter((claim) => this.state.passing.has(claim)) });
    }
  }

  fit(): void {
    this.cy.resize();
    this.cy.fit(this.cy.elements(":visible"), 36);
    if (this.cy.zoom() > 1.35) {
      this.cy.zoom(1.35);
      this.cy.center(this.cy.elements(":visible"));
    }
    this.declutter();
  }

  zoom(factor: number): void {
    const { width, height } = this.container.getBoundingClientRect();
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: { x: width / 2, y: height / 2 } });
  }

  pan(x: number, y: number): void {
    this.cy.panBy({ x, y });
  }

  /** A picture of the whole graph, for print. */
  picture(): string {
    return this.cy.png({ full: true, maxWidth: 2400, maxHeight: 1800, bg: "#ffffff" });
  }

  /** Where an element is on the screen, for tests: clicks go through the canvas. */
  where(id: string): { x: number; y: number } {
    const box = this.container.getBoundingClientRect();
    const [node, edge] = [this.cy.nodes().getElementById(id), this.cy.edges().getElementById(id)];
    const point = node.nonempty() ? node.renderedPosition() : edge.renderedMidpoint();
    return { x: box.x + point.x, y: box.y + point.y };
  }

  /** Ids of what is shown, for tests. */
  shown(): { nodes: string[]; edges: string[]; near: string[] } {
    const ids = (selector: string) => this.cy.elements(selector).map((element) => element.id());
    return { nodes: ids("node:visible"), edges: ids("edge:visible"), near: ids("node.near") };
  }
}
