/** Search over names, roles and the words of claims. */

import { byId, h } from "./dom";
import type { State } from "./state";
import { label, t } from "./texts";

const MOST = 9;

interface Hit {
  text: string;
  more: string;
  open: () => void;
}

export function search(state: State): HTMLElement {
  const list = h("ul", { id: "hits", role: "listbox", hidden: true });
  const input = h("input", {
    type: "search", id: "search", placeholder: t("search"), "aria-label": t("search"), autocomplete: "off", "aria-controls": "hits",
  });
  const close = () => {
    list.hidden = true;
  };
  const show = () => {
    const found = hits(state, input.value.trim());
    list.replaceChildren(...found.map((hit) => item(hit, () => {
      close();
      input.value = "";
      hit.open();
    })));
    list.hidden = found.length === 0;
  };
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === "ArrowDown") {
      const first = list.querySelector("button");
      if (event.key === "Enter") first?.click();
      else first?.focus();
      event.preventDefault();
    }
    if (event.key === "Escape") close();
  });
  list.addEventListener("keydown", (event) => move(event, input));
  document.addEventListener("click", (event) => {
    if (!(event.target as Element).closest(".search")) close();
  });
  return h("div", { class: "search" }, input, list);
}

function item(hit: Hit, open: () => void): HTMLElement {
  return h("li", {}, h("button", { type: "button", click: open }, hit.text, h("small", {}, hit.more)));
}

function move(event: KeyboardEvent, input: HTMLElement): void {
  const buttons = [...byId("hits").querySelectorAll("button")];
  const here = buttons.indexOf(document.activeElement as HTMLButtonElement);
  if (event.key === "ArrowDown") (buttons[here + 1] ?? buttons[0])?.focus();
  else if (event.key === "ArrowUp") (buttons[here - 1] ?? input).focus();
  else if (event.key === "Escape") input.focus();
  else return;
  event.preventDefault();
}

function fold(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/ß/g, "ss");
}

function hits(state: State, asked: string): Hit[] {
  if (asked.length < 2) return [];
  const words = fold(asked).split(/\s+/);
  const has = (text: string) => words.every((word) => fold(text).includes(word));
  const { entities, claims } = state.data;
  const people = entities.map((entity, index) => ({ entity, index }))
    .filter(({ entity }) => has([entity.label, ...entity.aliases, ...entity.roles].join(" ")))
    .sort((a, b) => Number(has(b.entity.label)) - Number(has(a.entity.label)) || b.entity.weight - a.entity.weight)
    .map(({ entity, index }) => ({
      text: entity.label,
      more: entity.roles[0] ?? label(entity.type),
      open: () => state.select({ kind: "entity", entity: index }),
    }));
  const said = claims.map((claim, index) => ({ claim, index }))
    .filter(({ claim }) => has(claim.exact))
    .map(({ claim, index }) => ({
      text: `„${claim.exact.length > 90 ? `${claim.exact.slice(0, 88)} …` : claim.exact}“`,
      more: label(claim.p),
      open: () => state.select({ kind: "claims", claims: [index] }),
    }));
  return [...people.slice(0, MOST - Math.min(3, said.length)), ...said].slice(0, MOST);
}
