/** A claim as a card: who did what to whom, how certain, when, where, and the words it stands on. */

import type { Article, Claim } from "./data";
import { h } from "./dom";
import type { State } from "./state";
import { day, label, t } from "./texts";

export function entityButton(state: State, entity: number): HTMLElement {
  const { label: name, type } = state.data.entities[entity]!;
  const attributes = {
    type: "button",
    class: `entity type-${type}`,
    "data-entity": entity,
    click: () => state.select({ kind: "entity", entity }),
  };
  return h("button", attributes, name);
}

export function sentence(state: State, claim: Claim): HTMLElement {
  const object = claim.o === null ? h("q", {}, claim.text) : entityButton(state, claim.o);
  const former = claim.former && h("em", {}, ` (${t("former")})`);
  return h("p", { class: "sentence" }, entityButton(state, claim.s), ` ${label(claim.p)} `, object, former);
}

export function badge(claim: Claim): HTMLElement {
  return h("span", { class: `badge fact-${claim.factuality}` }, label(claim.factuality));
}

export function claimCard(state: State, index: number): HTMLElement {
  const claim = state.data.claims[index]!;
  const article = state.data.articles[claim.article]!;
  const fade = state.passing.has(index) ? "" : " out";
  return h(
    "article",
    { class: `claim${fade}`, "data-claim": index },
    sentence(state, claim),
    h(
      "p",
      { class: "circumstances" },
      badge(claim),
      claim.time && h("time", { datetime: claim.time }, day(claim.time)),
      claim.place !== null && entityButton(state, claim.place),
      claim.source !== null && h("span", {}, `${t("sayer")}: `, entityButton(state, claim.source)),
    ),
    quotation(claim, article),
    h(
      "footer",
      {},
      h("button", { type: "button", class: "link", click: () => openEvidence(state, index) }, `${t("inArticle")} →`),
      h("span", {}, [article.title || article.id, article.date && day(article.date)].filter(Boolean).join(", ")),
      h("span", { class: "rule", title: t("rule") }, `${claim.rule} · ${Math.round(claim.confidence * 100)} %`),
    ),
  );
}

/** The sentence, and in it the words that the claim stands on. */
function quotation(claim: Claim, article: Article): HTMLElement {
  if (article.text === null) return h("blockquote", {}, claim.exact);
  const letters = Array.from(article.text);
  const cut = (from: number, to: number) => letters.slice(from, to).join("");
  const [begin, end] = claim.around;
  return h("blockquote", {}, cut(begin, claim.start), h("b", {}, claim.exact), cut(claim.end, end));
}

export function openEvidence(state: State, index: number): void {
  const claim = state.data.claims[index]!;
  state.show({ tab: "articles", article: claim.article, selection: { kind: "claims", claims: [index] } });
}
