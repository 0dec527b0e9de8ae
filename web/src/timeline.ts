/** The timeline: what the claims say happened when, and a brush that filters by it. */

import { axisBottom } from "d3-axis";
import { type BrushBehavior, brushX } from "d3-brush";
import { type ScaleTime, scaleUtc } from "d3-scale";
import { select } from "d3-selection";
import { FACTUALITIES, type Factuality, span } from "./data";
import { byId, h, svg } from "./dom";
import { factColour } from "./look";
import type { State } from "./state";
import { day, label, t, tick } from "./texts";

const HEIGHT = 104;
const AXIS = 22;
const LANE = 9;
/** From so many claims on, columns take the place of single marks. */
const MANY = 250;

/** Claims of the same days and factuality; `exact` if the text itself gives the date. */
interface Mark {
  claims: number[];
  from: number;
  to: number;
  exact: boolean;
  factuality: Factuality;
}

function grouped(state: State): Mark[] {
  const found = new Map<string, Mark>();
  state.data.claims.forEach((claim, index) => {
    const days = span(claim);
    if (days === null || !state.passesBesidesTime(claim)) return;
    const exact = claim.time !== null;
    const key = `${days}|${exact}|${claim.factuality}`;
    const mark = found.get(key) ?? { claims: [], from: days[0], to: days[1], exact, factuality: claim.factuality };
    mark.claims.push(index);
    found.set(key, mark);
  });
  return [...found.values()];
}

export class Timeline {
  private readonly root = byId("timeline");
  private scale: ScaleTime<number, number> = scaleUtc();
  private brush: BrushBehavior<unknown> | null = null;
  private readonly days: [number, number][];
  private domain: [number, number];

  constructor(private readonly state: State) {
    this.days = state.data.claims.map(span).filter((days) => days !== null);
    this.domain = this.all();
    new ResizeObserver(() => this.draw()).observe(this.root);
  }

  private all(): [number, number] {
    const from = Math.min(...this.days.map((days) => days[0]));
    const to = Math.max(...this.days.map((days) => days[1]));
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
    if (this.days.length === 0 || width < 50) {
      this.root.replaceChildren();
      return;
    }
    this.scale = scaleUtc(this.domain, [10, width - 10]);
    const picture = svg("svg", { width, height: HEIGHT, role: "img", "aria-label": t("timeline") });
    const axis = svg("g", { transform: `translate(0,${HEIGHT - AXIS})`, class: "axis" });
    const ticks = axisBottom<Date>(this.scale).ticks(Math.max(2, width / 110)).tickSizeOuter(0).tickFormat(tick);
    select(axis as SVGGElement).call(ticks);
    const brush = svg("g", { class: "brush" });
    picture.append(axis, brush, this.drawn(width));
    this.root.replaceChildren(picture);
    this.addBrush(brush as SVGGElement, width);
  }

  private drawn(width: number): SVGElement {
    const group = svg("g", { class: "marks" });
    const visible = grouped(this.state).filter((mark) => mark.to > this.domain[0] && mark.from < this.domain[1]);
    if (visible.length > MANY) this.columns(group, visible, width);
    else this.single(group, visible);
    return group;
  }

  /** A bar as long as its days, in the first lane that is free: what is dated most exactly lies at the bottom. */
  private single(group: SVGElement, marks: Mark[]): void {
    const most = Math.floor((HEIGHT - AXIS - 6) / LANE);
    const lanes: [number, number][][] = Array.from({ length: most }, () => []);
    const length = (mark: Mark) => mark.to - mark.from + (mark.exact ? 0 : 1e15);
    for (const mark of [...marks].sort((a, b) => length(a) - length(b) || a.from - b.from)) {
      const x = this.scale(mark.from);
      const end = Math.max(x + 8, this.scale(mark.to) - 1);
      const free = lanes.findIndex((lane) => lane.every(([from, to]) => end < from - 1 || x > to + 1));
      const lane = free < 0 ? most - 1 : free;
      lanes[lane]!.push([x, end]);
      group.append(this.mark(mark, x, end - x, HEIGHT - AXIS - (lane + 1) * LANE));
    }
  }

  private mark(mark: Mark, x: number, long: number, y: number): SVGElement {
    const { passing, selection } = this.state;
    const chosen = selection?.kind === "claims" && selection.claims.some((claim) => mark.claims.includes(claim));
    const out = mark.claims.some((claim) => passing.has(claim)) ? "" : " out";
    const shade = factColour(mark.factuality);
    const bar = svg("rect", { x, y, width: long, height: LANE - 2, rx: 3, fill: shade, stroke: shade });
    const title = svg("title");
    title.textContent = mark.claims.slice(0, 8).map((claim) => this.words(claim)).join("\n");
    const shown = svg("g", { class: `mark${out}${chosen ? " chosen" : ""}${mark.exact ? "" : " vague"}` }, title, bar);
    shown.dataset.claims = mark.claims.join(" ");
    if (mark.claims.length > 1 && long > 16) {
      const count = svg("text", { x: Math.max(8, x) + Math.min(long, 1e4) / 2, y: y + LANE - 4 });
      count.textContent = String(mark.claims.length);
      shown.append(count);
    }
    shown.addEventListener("click", () => this.state.select({ kind: "claims", claims: mark.claims }));
    return shown;
  }

  private words(index: number): string {
    const { data } = this.state;
    const claim = data.claims[index]!;
    const object = claim.o === null ? `„${claim.text}“` : data.entities[claim.o]!.label;
    const when = claim.time === null ? t("undated") : day(claim.time);
    return `${data.entities[claim.s]!.label} ${label(claim.p)} ${object} (${label(claim.factuality)}, ${when})`;
  }

  private columns(group: SVGElement, marks: Mark[], width: number): void {
    const bins = Math.floor(width / 8);
    const counts = Array.from({ length: bins }, () => FACTUALITIES.map(() => 0));
    for (const mark of marks) {
      const middle = this.scale((mark.from + mark.to) / 2);
      const bin = Math.max(0, Math.min(bins - 1, Math.floor((middle / width) * bins)));
      counts[bin]![FACTUALITIES.indexOf(mark.factuality)]! += mark.claims.length;
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
