/** What is selected, in words: an entity with its names, roles and claims, or the claims of an edge. */

import { claimCard, entityButton } from "./claims";
import { h } from "./dom";
import { isOpen } from "./data";
import type { State } from "./state";
import { label, number, t } from "./texts";

const MOST = 60;

export function details(state: State): HTMLElement {
  const { selection } = state;
  if (selection === null) return overview(state);
  if (selection.kind === "entity") return entityDetails(state, selection.entity);
  const heading = `${number(selection.claims.length)} ${t(selection.claims.length === 1 ? "claim" : "claims")}`;
  return h("section", {}, h("h2", {}, heading), clearButton(state), ...cards(state, selection.claims));
}

function clearButton(state: State): HTMLElement {
  return h("button", { type: "button", class: "link", click: () => state.show({ selection: null }) }, `← ${t("clear")}`);
}

function cards(state: State, claims: number[]): HTMLElement[] {
  const sorted = [...claims].sort((a, b) => Number(state.passing.has(b)) - Number(state.passing.has(a)) || a - b);
  const found = sorted.slice(0, MOST).map((index) => claimCard(state, index));
  if (sorted.length > MOST) found.push(h("p", { class: "quiet" }, t("more", number(sorted.length - MOST))));
  return found;
}

function overview(state: State): HTMLElement {
  const { data } = state;
  const counts = [
    [data.articles.length, t("articles")],
    [data.entities.length, t("entities")],
    [data.claims.length, t("claims")],
  ] as const;
  const important = data.entities
    .map((entity, index) => ({ entity, index }))
    .sort((a, b) => b.entity.weight - a.entity.weight)
    .slice(0, 10);
  return h(
    "section",
    {},
    h("h2", {}, t("about")),
    h("dl", { class: "counts" }, ...counts.map(([n, word]) => h("div", {}, h("dt", {}, word), h("dd", {}, number(n))))),
    data.cut && h("p", { class: "notice" }, t("cut", number(data.cut.shown), number(data.cut.of))),
    h("h3", {}, t("actors")),
    h("ol", { class: "important" }, ...important.map(({ entity, index }) => h(
      "li", {}, entityButton(state, index), h("small", {}, entity.roles.slice(0, 2).join(", ")), h("b", {}, number(entity.weight)),
    ))),
    h("p", { class: "quiet" }, t("hint")),
    h("p", { class: "quiet keys" }, t("keys")),
  );
}

function entityDetails(state: State, index: number): HTMLElement {
  const entity = state.data.entities[index]!;
  const claims = state.claimsOf[index]!.filter((claim) => state.open || !isOpen(state.data.claims[claim]!));
  return h(
    "section",
    {},
    h("h2", { class: `type-${entity.type}` }, entity.label),
    h("p", { class: "roles" }, [label(entity.type), ...entity.roles].join(" · ")),
    entity.aliases.length > 0 && h("p", { class: "quiet" }, `${t("aliases")}: ${entity.aliases.join(", ")}`),
    clearButton(state),
    neighbours(state, index),
    h("h3", {}, `${number(claims.length)} ${t(claims.length === 1 ? "claim" : "claims")}`),
    ...cards(state, claims),
  );
}

function neighbours(state: State, index: number): HTMLElement | null {
  const found = new Map<number, number>();
  for (const link of state.links) {
    if ((link.s !== index && link.o !== index) || !link.claims.some((claim) => state.passing.has(claim))) continue;
    const other = link.s === index ? link.o : link.s;
    found.set(other, (found.get(other) ?? 0) + link.claims.length);
  }
  if (found.size === 0) return null;
  const sorted = [...found].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 24);
  const items = sorted.map(([other]) => h("li", {}, entityButton(state, other)));
  return h("div", {}, h("h3", {}, t("neighbours")), h("ul", { class: "neighbours" }, ...items));
}

/** All claims that pass the filters, as a list: the graph for those who do not see it. */
export function facts(state: State): HTMLElement {
  const passing = [...state.passing];
  if (passing.length === 0) return h("p", { class: "quiet" }, t("none"));
  return h("section", {}, h("h2", {}, `${number(passing.length)} ${t("claims")}`), ...cards(state, passing));
}
