/** The words of the interface in German and English. */

import type { Labels } from "./data";

export type Language = "de" | "en";

const TEXTS = {
  about: ["Was diese Artikel sagen", "What these articles say"],
  actors: ["Wer am meisten vorkommt", "Who is named most"],
  aliases: ["Auch genannt", "Also called"],
  allTime: ["Ganzer Zeitraum", "All time"],
  article: ["Artikel", "Article"],
  articles: ["Artikel", "Articles"],
  back: ["Alle Artikel", "All articles"],
  claims: ["Aussagen", "Claims"],
  claim: ["Aussage", "Claim"],
  clear: ["Auswahl aufheben", "Clear selection"],
  confidence: ["Sicherheit mindestens", "Confidence at least"],
  cut: ["Gezeigt werden die {0} wichtigsten von {1} Einträgen.", "Showing the {0} most important of {1} entries."],
  details: ["Auswahl", "Selection"],
  entities: ["Beteiligte", "Entities"],
  factuality: ["Wie es im Text steht", "How the text puts it"],
  facts: ["Aussagen", "Claims"],
  filters: ["Filter", "Filters"],
  fit: ["Alles zeigen", "Show everything"],
  former: ["früher", "former"],
  graph: ["Graph der Beteiligten. Pfeiltasten verschieben, Plus und Minus vergrößern und verkleinern.", "Graph of entities. Arrow keys pan, plus and minus zoom."],
  help: ["Tasten", "Keys"],
  hint: ["Zeigen Sie auf einen Knoten, um seine Nachbarn zu sehen. Klicken Sie auf Knoten, Linien, Zeitpunkte oder markierte Stellen: Sie führen zueinander.", "Point at a node to see its neighbours. Click nodes, lines, points in time or marked passages: they lead to one another."],
  inArticle: ["Im Artikel zeigen", "Show in article"],
  keys: ["/ suchen · Pfeile verschieben · + − vergrößern · 0 alles zeigen · Esc Auswahl aufheben", "/ search · arrows pan · + − zoom · 0 show everything · Esc clear selection"],
  links: ["Verbindungen", "Links"],
  more: ["{0} weitere", "{0} more"],
  neighbours: ["Verbunden mit", "Linked with"],
  noText: ["Der Text dieses Artikels liegt nicht im Graphen.", "The graph does not hold this article's text."],
  none: ["Nichts passt zu den Filtern.", "Nothing passes the filters."],
  open: ["… und anderes", "… and other things"],
  openMore: ["Was kein Begriff der Ontologie trifft, im Wortlaut des Textes", "What no term of the ontology covers, in the words of the text"],
  place: ["Ort", "Place"],
  predicates: ["Was verbindet", "What links"],
  reset: ["Filter zurücksetzen", "Reset filters"],
  role: ["Rolle", "Role"],
  rule: ["Regel", "Rule"],
  said: ["Gesagt", "Said"],
  says: ["sagt", "says"],
  search: ["Suchen: Name, Rolle, Wort …", "Search: name, role, word …"],
  sayer: ["Quelle", "Source"],
  theme: ["Hell oder dunkel", "Light or dark"],
  timeline: ["Zeitleiste: ziehen, um einen Zeitraum zu wählen", "Timeline: drag to choose a period"],
  types: ["Wer oder was", "Who or what"],
  undated: ["nur über das Datum des Artikels", "by the article's date only"],
  zoomTime: ["Zeitraum vergrößern", "Zoom into period"],
} as const;

export type TextKey = keyof typeof TEXTS;

let language: Language = "de";
let labels: Labels = {};

export function setLanguage(chosen: Language, known: Labels): void {
  language = chosen;
  labels = known;
  document.documentElement.lang = chosen;
}

export function currentLanguage(): Language {
  return language;
}

export function t(key: TextKey, ...values: (string | number)[]): string {
  const text: string = TEXTS[key][language === "de" ? 0 : 1];
  return values.reduce<string>((whole, value, index) => whole.replace(`{${index}}`, String(value)), text);
}

/** The label of a predicate, class or factuality. */
export function label(name: string): string {
  return labels[name]?.[language] ?? name;
}

export function number(value: number): string {
  return value.toLocaleString(language === "de" ? "de-AT" : "en-GB");
}

/** An EDTF day, month or year as people write it; anything else as it is. */
export function day(edtf: string): string {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(edtf);
  if (!match || Number(match[2] ?? 1) > 12) return edtf.replace("/", " – ");
  const options: Intl.DateTimeFormatOptions = { year: "numeric", timeZone: "UTC" };
  if (match[2]) options.month = "long";
  if (match[3]) options.day = "numeric";
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2] ?? 1) - 1, Number(match[3] ?? 1)));
  return date.toLocaleDateString(language === "de" ? "de-DE" : "en-GB", options);
}

/** A day on the axis of time: as short as it can be without doubt. */
export function tick(date: Date): string {
  const options: Intl.DateTimeFormatOptions = { timeZone: "UTC" };
  const newYear = date.getUTCMonth() === 0 && date.getUTCDate() === 1;
  if (newYear) options.year = "numeric";
  else options.month = "short";
  if (date.getUTCDate() !== 1) options.day = "numeric";
  return date.toLocaleDateString(language === "de" ? "de-DE" : "en-GB", options);
}
