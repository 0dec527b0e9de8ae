/** newskg's explorer: a graph, a timeline and the articles, each leading to the others. */

import "./explorer.css";
import { articles } from "./articles";
import { controls } from "./controls";
import { readData } from "./data";
import { details, facts } from "./details";
import { byId, h } from "./dom";
import { Graph } from "./graph";
import { search } from "./search";
import { State, type Tab } from "./state";
import { currentLanguage, number, setLanguage, t } from "./texts";
import { Timeline, timelineButtons } from "./timeline";

const data = readData();
const state = new State(data);
setLanguage(data.language, data.labels);
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
document.documentElement.dataset.theme = dark ? "dark" : "light";

const timeline = new Timeline(state);
const graph = new Graph(state, byId("graph"));
const picture = byId("picture") as HTMLImageElement;

function header(): void {
  const numbers = `${number(data.articles.length)} ${t("articles")} · ${number(data.claims.length)} ${t("claims")}`;
  byId("header").replaceChildren(
    h("h1", {}, data.title),
    h("p", { class: "numbers" }, numbers),
    search(state),
    h("button", { type: "button", id: "language", click: switchLanguage }, currentLanguage() === "de" ? "English" : "Deutsch"),
    h("button", { type: "button", id: "theme", title: t("theme"), "aria-label": t("theme"), click: switchTheme }, "◐"),
  );
}

function frame(): void {
  byId("graph").setAttribute("aria-label", t("graph"));
  byId("graph-buttons").replaceChildren(
    h("button", { type: "button", "aria-label": "+", click: () => graph.zoom(1.3) }, "+"),
    h("button", { type: "button", "aria-label": "−", click: () => graph.zoom(1 / 1.3) }, "−"),
    h("button", { type: "button", id: "fit", title: t("fit"), "aria-label": t("fit"), click: () => graph.fit() }, "⤢"),
  );
  byId("timeline-tools").replaceChildren(h("span", {}, t("timeline")), timelineButtons(timeline));
}

function filters(): void {
  const open = byId("filters");
  const focused = document.activeElement as HTMLElement | null;
  const key = focused?.dataset.name;
  const place = open.scrollTop;
  if (focused?.id === "confidence") return;
  open.replaceChildren(controls(state));
  open.scrollTop = place;
  if (key) open.querySelector<HTMLElement>(`[data-name="${CSS.escape(key)}"]`)?.focus();
}

function panel(): void {
  const tabs: [Tab, string][] = [["details", t("details")], ["facts", t("facts")], ["articles", t("articles")]];
  const buttons = tabs.map(([tab, name]) => h("button", {
    type: "button", role: "tab", id: `tab-${tab}`, "aria-controls": "content", "aria-selected": String(state.tab === tab), click: () => state.show({ tab }),
  }, name));
  byId("tabs").replaceChildren(...buttons);
  const shown = { details, facts, articles }[state.tab](state);
  const content = byId("content");
  const place = content.scrollTop;
  const same = content.firstElementChild?.className === shown.className && shown.className === "reader";
  content.replaceChildren(shown);
  content.scrollTop = same ? place : 0;
  content.querySelector("mark.chosen")?.scrollIntoView({ block: "center" });
}

function everything(): void {
  header();
  frame();
  filters();
  panel();
  timeline.draw();
  graph.restyle();
}

function switchTheme(): void {
  const root = document.documentElement;
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  everything();
}

function switchLanguage(): void {
  setLanguage(currentLanguage() === "de" ? "en" : "de", data.labels);
  everything();
  byId("language").focus();
}

state.listen((what) => {
  if (what === "filters") {
    graph.update();
    filters();
  } else graph.choose();
  timeline.draw();
  panel();
});

const STEP = 60;
const KEYS: Record<string, () => void> = {
  ArrowLeft: () => graph.pan(STEP, 0),
  ArrowRight: () => graph.pan(-STEP, 0),
  ArrowUp: () => graph.pan(0, STEP),
  ArrowDown: () => graph.pan(0, -STEP),
  "+": () => graph.zoom(1.3),
  "-": () => graph.zoom(1 / 1.3),
  "0": () => graph.fit(),
};

byId("graph").addEventListener("keydown", (event) => {
  const act = KEYS[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  act();
  event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  const typing = (event.target as Element).matches("input");
  if (event.key === "/" && !typing) {
    byId("search").focus();
    event.preventDefault();
  }
  if (event.key === "Escape" && !typing) state.show({ selection: null });
});

addEventListener("beforeprint", () => {
  picture.src = graph.picture();
});

everything();
graph.fit();
document.documentElement.dataset.ready = "true";
Object.assign(window, { newskg: { graph, state } });
