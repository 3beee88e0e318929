import type { Item } from "../schema/catalog.js";
import type { Reply } from "./replied.js";
import type { Scene } from "./scene.js";

/** What the braces of a wording stand for. A capital letter in the braces asks for one in the text. */
export type Values = Readonly<Record<string, string>>;

/** A wording with its braces filled; null where it names something that there is no value for. */
export function filled(text: string, values: Values): string | null {
  let missing = false;
  const result = text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[lowered(name)];
    if (value === undefined) missing = true;
    return name === lowered(name) ? (value ?? "") : capitalised(value ?? "");
  });
  return missing ? null : result;
}

/**
 * A wording around a reply: what stands before `{reply}`, the reply, what stands after it. Lists and fences keep their own
 * lines. Null where a value is missing, and where something would follow a question, which is a reply's last word.
 */
export function framed(wording: string, values: Values, reply: string): string | null {
  const [before = "", after = ""] = wording.split("{reply}").map((part) => filled(part.trim(), values));
  if (before === null || after === null || (after !== "" && reply.endsWith("?"))) return null;
  const isList = reply.includes("\n") && !reply.includes("```");
  const lead = before === "" ? "" : `${before}${isList || reply.startsWith("```") ? "\n\n" : " "}`;
  const tail = after === "" ? "" : `${isList || reply.endsWith("```") ? "\n\n" : " "}${after}`;
  return `${lead}${reply}${tail}`;
}

/** A reply that offers an item in the words of a wording with `{item}` and `{pitch}`; a text is delivered in full. Null where its text has gaps. */
export function offered({ draws }: Scene, item: Item, wording: string, values: Values): Reply | null {
  const body = item.text.length === 0 ? null : draws.pick("text", item.text);
  if (body && /\{[\w-]+\}/.test(body)) return null;
  const pitch = draws.pick("pitch", item.pitch);
  const words = filled(wording, { ...values, item: item.name, pitch });
  if (words === null) return null;
  return {
    text: body === null ? words : `${words}\n\`\`\`\n${body}\n\`\`\``,
    choice: item.id,
    asked: [],
    heard: [{ intent: "recommend", item: item.id }],
  };
}

export const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
