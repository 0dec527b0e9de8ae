/** What the reader has chosen; everything that is shown follows from it. */

import { type Claim, type Data, type Factuality, type Link, isOpen, links, span } from "./data";

export type Selection =
  | { kind: "entity"; entity: number }
  | { kind: "claims"; claims: number[] }
  | null;

export type Tab = "details" | "facts" | "articles";

export class State {
  readonly links: Link[];
  readonly claimsOf: number[][];
  hiddenTypes = new Set<string>();
  hiddenPredicates = new Set<string>();
  hiddenFactualities = new Set<Factuality>();
  /** Whether open claims count, whose predicate is no term of the ontology but a phrase of the text. */
  open = false;
  confidence = 0;
  period: [number, number] | null = null;
  selection: Selection = null;
  tab: Tab = "details";
  article: number | null = null;
  passing: Set<number> = new Set();
  private listeners: ((what: "filters" | "selection") => void)[] = [];

  constructor(readonly data: Data) {
    this.links = links(data);
    this.claimsOf = data.entities.map(() => []);
    data.claims.forEach((claim, index) => {
      for (const entity of new Set([claim.s, claim.o, claim.source])) {
        if (entity !== null) this.claimsOf[entity]?.push(index);
      }
    });
    this.compute();
  }

  listen(listener: (what: "filters" | "selection") => void): void {
    this.listeners.push(listener);
  }

  /** Change filters, and tell everybody. */
  filter(change: () => void): void {
    change();
    this.compute();
    this.listeners.forEach((listener) => listener("filters"));
  }

  /** Change what is selected or open, and tell everybody. */
  show(change: { selection?: Selection; tab?: Tab; article?: number | null }): void {
    Object.assign(this, change);
    this.listeners.forEach((listener) => listener("selection"));
  }

  select(selection: Selection): void {
    this.show({ selection, tab: "details" });
  }

  reset(): void {
    this.filter(() => {
      this.hiddenTypes.clear();
      this.hiddenPredicates.clear();
      this.hiddenFactualities.clear();
      this.open = false;
      this.confidence = 0;
      this.period = null;
    });
  }

  get filtered(): boolean {
    const hidden = this.hiddenTypes.size + this.hiddenPredicates.size + this.hiddenFactualities.size;
    return hidden > 0 || this.open || this.confidence > 0 || this.period !== null;
  }

  /** Passes all filters but that of the period (the timeline shows what lies outside it, too). */
  passesBesidesTime(claim: Claim): boolean {
    const types = [claim.s, claim.o].map((entity) => (entity === null ? "" : (this.data.entities[entity]?.type ?? "")));
    return (
      (this.open || !isOpen(claim)) &&
      claim.confidence >= this.confidence &&
      !this.hiddenPredicates.has(claim.p) &&
      !this.hiddenFactualities.has(claim.factuality) &&
      !types.some((type) => this.hiddenTypes.has(type))
    );
  }

  private inPeriod(claim: Claim): boolean {
    if (this.period === null) return true;
    const days = span(claim);
    return days !== null && days[0] < this.period[1] && days[1] > this.period[0];
  }

  private compute(): void {
    this.passing = new Set();
    this.data.claims.forEach((claim, index) => {
      if (this.passesBesidesTime(claim) && this.inPeriod(claim)) this.passing.add(index);
    });
  }
}
