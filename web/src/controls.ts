/** Filters and legend in one: each line shows how a kind looks and switches it on and off. */

import { FACTUALITIES, type Factuality, isOpen } from "./data";
import { h, svg } from "./dom";
import { LINES, OUTLINES, TYPES } from "./look";
import type { State } from "./state";
import { label, number, t } from "./texts";

export function controls(state: State): HTMLElement {
  return h(
    "div",
    {},
    group(t("types"), "type", TYPES, count(state, "type"), state.hiddenTypes, outline, state),
    group(t("factuality"), "factuality", FACTUALITIES, count(state, "factuality"), state.hiddenFactualities, line, state),
    confidence(state),
    predicates(state),
    h("button", { type: "button", id: "reset", disabled: !state.filtered, click: () => state.reset() }, t("reset")),
  );
}

function count(state: State, what: "type" | "factuality" | "p"): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  if (what === "type") state.data.entities.forEach((entity) => add(entity.type));
  else state.data.claims.forEach((claim) => add(claim[what]));
  return counts;
}

function group<Name extends string>(
  heading: string,
  kind: string,
  names: readonly Name[],
  counts: Map<string, number>,
  hidden: Set<Name>,
  sample: (name: Name) => Element | null,
  state: State,
): HTMLElement {
  const lines = names.filter((name) => counts.has(name)).map((name) => {
    const toggle = (event: Event) => {
      const { checked } = event.target as HTMLInputElement;
      state.filter(() => void (checked ? hidden.delete(name) : hidden.add(name)));
    };
    const box = h("input", { type: "checkbox", checked: !hidden.has(name), "data-kind": kind, "data-name": name, change: toggle });
    const picture = sample(name);
    return h("label", {}, box, picture as Node | null, h("span", {}, label(name)), h("small", {}, number(counts.get(name)!)));
  });
  return h("fieldset", { class: `filter filter-${kind}` }, h("legend", {}, heading), ...lines);
}

function outline(type: string): Element {
  const shape = svg("path", { d: OUTLINES[type] ?? OUTLINES.Person!, class: `shape type-${type}` });
  return svg("svg", { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" }, shape);
}

function line(factuality: Factuality): Element {
  const dashes = { solid: "none", dashed: "6 4", dotted: "1.5 3.5" }[LINES[factuality]];
  const stroke = svg("line", { x1: 1, y1: 8, x2: 31, y2: 8, "stroke-dasharray": dashes, class: `stroke fact-${factuality}` });
  const parts: Element[] = [stroke];
  if (factuality === "Negated") parts.push(svg("path", { d: "M12 4l8 8m0-8l-8 8", class: `stroke fact-${factuality}` }));
  return svg("svg", { viewBox: "0 0 32 16", width: 32, height: 16, "aria-hidden": "true" }, ...parts);
}

function predicates(state: State): HTMLElement {
  const counts = count(state, "p");
  const typed = [...counts.keys()].filter((name) => !name.startsWith("open:"));
  const names = typed.sort((a, b) => counts.get(b)! - counts.get(a)! || label(a).localeCompare(label(b)));
  const found = group(t("predicates"), "predicate", names, counts, state.hiddenPredicates, () => null, state);
  const open = state.data.claims.filter(isOpen).length;
  if (open > 0) found.append(openSwitch(state, open));
  return found;
}

function openSwitch(state: State, claims: number): HTMLElement {
  const toggle = (event: Event) => state.filter(() => (state.open = (event.target as HTMLInputElement).checked));
  const box = h("input", { type: "checkbox", checked: state.open, id: "open", "data-name": "open", change: toggle });
  return h("label", { class: "open", title: t("openMore") }, box, h("span", {}, t("open")), h("small", {}, number(claims)));
}

function confidence(state: State): HTMLElement {
  const shown = h("output", {}, `${Math.round(state.confidence * 100)} %`);
  const slide = (event: Event) => {
    const value = Number((event.target as HTMLInputElement).value);
    shown.textContent = `${value} %`;
    state.filter(() => (state.confidence = value / 100));
  };
  const input = h("input", { type: "range", min: 0, max: 100, step: 5, value: state.confidence * 100, id: "confidence", input: slide });
  return h("label", { class: "slider" }, h("span", {}, t("confidence")), input, shown);
}
