/** The timeline: what the claims say happened when, and a brush that filters by it. */

import { axisBottom } from "d3-axis";
import { type BrushBehavior, brushX } from "d3-brush";
import { type ScaleTime, scaleUtc } from "d3-scale";
import { select } from "d3-selection";
import { FACTUALITIES, span } from "./data";
import { byId, h, svg } from "./dom";
import { factColour } from "./look";
import type { State } from "./state";
import { label, t } from "./texts";

const HEIGHT = 104;
const AXIS = 22;
const LANE = 9;
/** From so many claims on, columns take the place of single marks. */
const MANY = 250;

interface Mark {
  claim: number;
  from: number;
  to: number;
  exact: boolean;
}

export class Timeline {
  private readonly root = byId("timeline");
  private scale: ScaleTime<number, number> = scaleUtc();
  private brush: BrushBehavior<unknown> | null = null;
  private readonly marks: Mark[];
  private domain: [number, number];

  constructor(private readonly state: State) {
    this.marks = state.data.claims.flatMap((claim, index) => {
      const days = span(claim);
      return days === null ? [] : [{ claim: index, from: days[0], to: days[1], exact: claim.time !== null }];
    });
    this.domain = this.all();
    new ResizeObserver(() => this.draw()).observe(this.root);
  }

  private all(): [number, number] {
    const from = Math.min(...this.marks.map((mark) => mark.from));
    const to = Math.max(...this.marks.map((mark) => mark.to));
    const margin = Math.max((to - from) * 0.02, 86_400_000);
    return [from - margin, to + margin];
  }

  zoomIn(): void {
    if (this.state.period) this.domain = [...this.state.period];
    this.draw();
  }

  zoomOut(): void {
    this.domain = this.all();
    this.state.filter(() => (this.state.period = null));
  }

  draw(): void {
    const width = this.root.clientWidth;
    if (this.marks.length === 0 || width < 50) {
      this.root.replaceChildren();
      return;
    }
    this.scale = scaleUtc(this.domain, [10, width - 10]);
    const picture = svg("svg", { width, height: HEIGHT, role: "img", "aria-label": t("timeline") });
    const axis = svg("g", { transform: `translate(0,${HEIGHT - AXIS})`, class: "axis" });
    select(axis as SVGGElement).call(axisBottom<Date>(this.scale).ticks(Math.max(2, width / 110)).tickSizeOuter(0));
    const brush = svg("g", { class: "brush" });
    picture.append(axis, brush, this.drawn(width));
    this.root.replaceChildren(picture);
    this.addBrush(brush as SVGGElement, width);
  }

  private drawn(width: number): SVGElement {
    const group = svg("g", { class: "marks" });
    const visible = this.marks.filter((mark) => {
      const inside = mark.to > this.domain[0] && mark.from < this.domain[1];
      return inside && this.state.passesBesidesTime(this.state.data.claims[mark.claim]!);
    });
    if (visible.length > MANY) this.columns(group, visible, width);
    else this.single(group, visible);
    return group;
  }

  /** One mark for each claim, a bar as long as its days, in the first lane that is free. */
  private single(group: SVGElement, marks: Mark[]): void {
    const lanes: number[] = [];
    const most = Math.floor((HEIGHT - AXIS - 8) / LANE);
    for (const mark of [...marks].sort((a, b) => a.from - b.from || a.to - b.to)) {
      const x = this.scale(mark.from);
      const long = Math.max(7, this.scale(mark.to) - x - 1);
      let lane = lanes.findIndex((end) => end <= x);
      if (lane < 0) lane = lanes.length;
      if (lane >= most) lane = lanes.indexOf(Math.min(...lanes));
      lanes[lane] = x + long + 2;
      group.append(this.mark(mark, x, long, HEIGHT - AXIS - (lane + 1) * LANE - 1));
    }
  }

  private mark(mark: Mark, x: number, long: number, y: number): SVGElement {
    const { data, passing, selection } = this.state;
    const claim = data.claims[mark.claim]!;
    const chosen = selection?.kind === "claims" && selection.claims.includes(mark.claim);
    const hollow = mark.exact ? "" : " vague";
    const bar = svg("rect", {
      x, y, width: long, height: LANE - 2, rx: 3,
      class: `mark${passing.has(mark.claim) ? "" : " out"}${chosen ? " chosen" : ""}${hollow}`,
      fill: factColour(claim.factuality), stroke: factColour(claim.factuality), "data-claim": mark.claim,
    });
    const object = claim.o === null ? `„${claim.text}“` : data.entities[claim.o]!.label;
    const words = `${data.entities[claim.s]!.label} ${label(claim.p)} ${object}`;
    const when = claim.time ?? t("undated");
    const title = svg("title");
    title.textContent = `${words} (${label(claim.factuality)}, ${when})`;
    bar.append(title);
    bar.addEventListener("click", () => this.state.select({ kind: "claims", claims: [mark.claim] }));
    return bar;
  }

  private columns(group: SVGElement, marks: Mark[], width: number): void {
    const bins = Math.floor(width / 8);
    const counts = Array.from({ length: bins }, () => FACTUALITIES.map(() => 0));
    for (const mark of marks) {
      const middle = this.scale((mark.from + mark.to) / 2);
      const bin = Math.max(0, Math.min(bins - 1, Math.floor((middle / width) * bins)));
      counts[bin]![FACTUALITIES.indexOf(this.state.data.claims[mark.claim]!.factuality)]! += 1;
    }
    const highest = Math.max(...counts.map((column) => column.reduce((a, b) => a + b, 0)));
    counts.forEach((column, bin) => {
      let y = HEIGHT - AXIS;
      column.forEach((count, kind) => {
        const high = (count / highest) * (HEIGHT - AXIS - 8);
        y -= high;
        const fill = factColour(FACTUALITIES[kind]!);
        if (count) group.append(svg("rect", { x: (bin * width) / bins, y, width: width / bins - 1, height: high, fill }));
      });
    });
  }

  private addBrush(group: SVGGElement, width: number): void {
    this.brush = brushX()
      .extent([[0, 0], [width, HEIGHT - AXIS]])
      .on("end", (event: { selection: [number, number] | null; sourceEvent: unknown }) => {
        if (!event.sourceEvent) return;
        const chosen = event.selection;
        const period = chosen ? (chosen.map((x) => this.scale.invert(x).getTime()) as [number, number]) : null;
        if (period === null && this.state.period === null) return;
        this.state.filter(() => (this.state.period = period));
      });
    select(group).call(this.brush as never);
    if (this.state.period) {
      const ends = this.state.period.map((time) => Math.max(0, Math.min(width, this.scale(time)))) as [number, number];
      select(group).call((this.brush as BrushBehavior<unknown>).move as never, ends as never);
    }
  }
}

export function timelineButtons(timeline: Timeline): HTMLElement {
  return h(
    "div",
    { class: "timeline-buttons" },
    h("button", { type: "button", id: "zoom-time", click: () => timeline.zoomIn() }, t("zoomTime")),
    h("button", { type: "button", id: "all-time", click: () => timeline.zoomOut() }, t("allTime")),
  );
}
