/** The data that Python writes into the page (kg/pictures/payload.py), and what is computed from it once. */

export type Factuality = "Asserted" | "Reported" | "Planned" | "Possible" | "Negated";
export const FACTUALITIES: Factuality[] = ["Asserted", "Reported", "Planned", "Possible", "Negated"];

export interface Entity {
  label: string;
  type: string;
  roles: string[];
  aliases: string[];
  named: boolean;
  weight: number;
  x: number;
  y: number;
}

/** A claim: s, o, source and place are indexes of entities, article of articles; o is null if the object is text. */
export interface Claim {
  s: number;
  p: string;
  o: number | null;
  text: string | null;
  factuality: Factuality;
  source: number | null;
  place: number | null;
  time: string | null;
  first: string | null;
  last: string | null;
  former: boolean;
  confidence: number;
  rule: string;
  article: number;
  start: number;
  end: number;
  exact: string;
  /** Where the sentence around the evidence begins and ends. */
  around: [number, number];
}

/** An article; offsets of mentions [start, end, entity] and of claims count code points. */
export interface Article {
  id: string;
  title: string;
  date: string | null;
  url: string | null;
  text: string | null;
  mentions: [number, number, number][];
}

export interface Labels {
  [name: string]: { de: string; en: string };
}

export interface Data {
  title: string;
  language: "de" | "en";
  cut: { shown: number; of: number } | null;
  symmetric: string[];
  entities: Entity[];
  claims: Claim[];
  articles: Article[];
  labels: Labels;
}

/** Claims that are drawn as one edge: same ends, predicate and factuality. */
export interface Link {
  id: string;
  s: number;
  o: number;
  p: string;
  factuality: Factuality;
  claims: number[];
}

export function readData(): Data {
  const element = document.getElementById("newskg-data");
  return JSON.parse(element?.textContent ?? "{}") as Data;
}

export function links(data: Data): Link[] {
  const found = new Map<string, Link>();
  data.claims.forEach((claim, index) => {
    if (claim.o === null || claim.o === claim.s) return;
    const swap = data.symmetric.includes(claim.p) && claim.o < claim.s;
    const [s, o] = swap ? [claim.o, claim.s] : [claim.s, claim.o];
    const id = `${s}|${claim.p}|${o}|${claim.factuality}`;
    const link = found.get(id) ?? { id, s, o, p: claim.p, factuality: claim.factuality, claims: [] };
    link.claims.push(index);
    found.set(id, link);
  });
  return [...found.values()];
}

export function isOpen(claim: Claim): boolean {
  return claim.p.startsWith("open:");
}

/** Milliseconds of the first and after the last day of a claim, or null. */
export function span(claim: Claim): [number, number] | null {
  if (claim.first === null || claim.last === null) return null;
  return [Date.parse(claim.first), Date.parse(claim.last) + 86_400_000];
}
