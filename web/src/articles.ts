/** The articles, with entities and evidence marked; both lead to the graph, and the graph leads here. */

import { h } from "./dom";
import type { State } from "./state";
import { day, label, number, t } from "./texts";

export function articles(state: State): HTMLElement {
  return state.article === null ? list(state) : reader(state, state.article);
}

function list(state: State): HTMLElement {
  const counts = new Map<number, number>();
  state.data.claims.forEach((claim) => counts.set(claim.article, (counts.get(claim.article) ?? 0) + 1));
  const items = state.data.articles.map((article, index) => h(
    "li",
    {},
    h("button", { type: "button", class: "link", "data-article": index, click: () => state.show({ article: index }) }, article.title || article.id),
    h("small", {}, [article.date && day(article.date), `${number(counts.get(index) ?? 0)} ${t("claims")}`].filter(Boolean).join(" · ")),
  ));
  return h("section", {}, h("h2", {}, t("articles")), h("ol", { class: "articles" }, ...items));
}

function reader(state: State, index: number): HTMLElement {
  const article = state.data.articles[index]!;
  const safe = article.url !== null && /^https?:/.test(article.url);
  return h(
    "section",
    { class: "reader" },
    h("button", { type: "button", class: "link", id: "all-articles", click: () => state.show({ article: null }) }, `← ${t("back")}`),
    h("h2", {}, article.title || article.id),
    h("p", { class: "quiet" }, article.date && day(article.date), " ", safe && h("a", { href: article.url, rel: "noreferrer" }, article.url)),
    article.text === null ? h("p", { class: "quiet" }, t("noText")) : marked(state, index, article.text),
  );
}

/** Cut the text where an entity or a piece of evidence begins or ends; each stretch knows what it belongs to. */
function marked(state: State, index: number, text: string): HTMLElement {
  const letters = Array.from(text);
  const { mentions } = state.data.articles[index]!;
  const claims = [...state.data.claims.entries()].filter(([, claim]) => claim.article === index);
  const cuts = new Set([0, letters.length]);
  for (const [start, end] of mentions) cuts.add(start).add(end);
  for (const [, claim] of claims) cuts.add(claim.start).add(claim.end);
  letters.forEach((letter, place) => letter === "\n" && cuts.add(place).add(place + 1));
  const places = [...cuts].filter((place) => place <= letters.length).sort((a, b) => a - b);
  const body = h("div", { class: "text" });
  let paragraph = h("p", {});
  places.slice(0, -1).forEach((start, number) => {
    const end = places[number + 1]!;
    const words = letters.slice(start, end).join("");
    if (words === "\n") {
      if (paragraph.hasChildNodes()) body.append(paragraph);
      paragraph = h("p", {});
      return;
    }
    const here = claims.filter(([, claim]) => claim.start <= start && end <= claim.end).map(([claim]) => claim);
    const who = mentions.filter(([from, to]) => from <= start && end <= to).sort((a, b) => a[1] - a[0] - (b[1] - b[0]))[0];
    const inner = who ? mention(state, who[2], words) : words;
    paragraph.append(here.length > 0 ? evidence(state, here, inner) : inner);
  });
  body.append(paragraph);
  return body;
}

function mention(state: State, entity: number, words: string): HTMLElement {
  const { label: name, type } = state.data.entities[entity]!;
  const chosen = state.selection?.kind === "entity" && state.selection.entity === entity;
  const open = (event: Event) => {
    event.stopPropagation();
    state.show({ selection: { kind: "entity", entity } });
  };
  const attributes = {
    role: "button",
    tabindex: 0,
    class: `mention type-${type}${chosen ? " chosen" : ""}`,
    title: `${name} (${label(type)})`,
    "data-entity": entity,
    click: open,
    keydown: (event: Event) => (event as KeyboardEvent).key === "Enter" && open(event),
  };
  return h("span", attributes, words);
}

function evidence(state: State, claims: number[], inner: Node | string): HTMLElement {
  const { selection } = state;
  const chosen = selection?.kind === "claims" && claims.some((claim) => selection.claims.includes(claim));
  const related = selection?.kind === "entity" && claims.some((claim) => state.claimsOf[selection.entity]!.includes(claim));
  const first = state.data.claims[claims[0]!]!;
  return h(
    "mark",
    {
      class: `fact-${first.factuality}${chosen ? " chosen" : ""}${related ? " related" : ""}`,
      "data-claims": claims.join(" "),
      click: () => state.select({ kind: "claims", claims }),
    },
    inner,
  );
}
