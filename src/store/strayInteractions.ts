import { isMap, isSeq, parseDocument } from "yaml";

/** The text of a persona without interactions with items of other catalogs. All else stays as it is written. */
export function withoutStrayInteractions(text: string, items: ReadonlySet<string>): string {
  const document = parseDocument(text);
  const list = document.get("interactions");
  if (!isSeq(list) || !list.range || list.items.length === 0) return text;
  const starts = list.items.map((entry) => lineStart(text, isMap(entry) ? (entry.range?.[0] ?? 0) : 0));
  const end = text.slice(0, list.range[1]).trimEnd().length + 1;
  const kept = list.items.flatMap((entry, index) =>
    isMap(entry) && items.has(String(entry.get("item"))) ? [text.slice(starts[index], starts[index + 1] ?? end)] : [],
  );
  const [first = end] = starts;
  if (kept.length > 0) return text.slice(0, first) + kept.join("") + text.slice(end);
  return `${text.slice(0, first).trimEnd()} []\n${text.slice(end)}`;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}
