import { remembered } from "../../core/remembered.js";
import type { Cast } from "../../core/world.js";
import type { Catalog } from "../../schema/catalog.js";
import type { Persona } from "../../schema/persona.js";
import type { Scenario } from "../../schema/scenario.js";

/** Joins clauses into sentences: a full stop after what has no end of its own; a colon, a comma or an "and" runs on. */
export function joined(parts: readonly string[], names: ReadonlySet<string>): string {
  return parts.reduce((line, part) => {
    if (line === "") return part;
    if (RUNS_ON.test(line)) return `${line} ${lowerFirst(part, names)}`;
    return `${/[.!?…]$/.test(line) ? line : `${line}.`} ${part}`;
  }, "");
}

/** Ends after which a sentence runs on: a mark, or a word that wants more. */
const RUNS_ON = /(?:[:,;–-]|(?:^|[\s,])(?:and|but|yet|because)|, so)$/i;

/** Lower case where a sentence runs on, but not for "I" and names. */
export function lowerFirst(text: string, names: ReadonlySet<string>): string {
  const [word = ""] = /^[\p{L}]+/u.exec(text) ?? [];
  const kept = word === "I" || names.has(word) || /^\p{Lu}{2,}/u.test(word);
  return kept ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** The words that keep their capital wherever they stand: those that have it inside sentences and are never without. */
export function properNames({ persona, scenario, catalog }: Cast): ReadonlySet<string> {
  const texts = [spellingOfPersona(persona), spellingOfScenario(scenario), spellingOfCatalog(catalog)];
  const small = new Set(texts.flatMap((text) => text.small));
  const inside = texts.flatMap((text) => text.inside).filter((word) => !small.has(word.toLowerCase()));
  return new Set([...persona.name.split(" "), ...DAYS, ...inside]);
}

const spellingOfPersona = remembered(({ facts, documents, style }: Persona) =>
  spellingOf([...facts.flatMap(({ say }) => say), ...documents.map(({ text }) => text), ...style.examples]),
);

const spellingOfScenario = remembered(({ sessions }: Scenario) =>
  spellingOf(
    sessions.flatMap(({ goal, beats, probes }) => [
      ...(goal ? [...goal.open, ...goal.context] : []),
      ...beats.flatMap(({ say }) => say),
      ...probes.flatMap(({ ask }) => ask),
    ]),
  ),
);

const spellingOfCatalog = remembered(({ items }: Catalog) =>
  spellingOf(items.flatMap(({ details, text }) => [...Object.values(details).flat(), ...text])),
);

/** The words of some texts that are written small, and those that have a capital inside a sentence. */
function spellingOf(texts: readonly string[]): { small: string[]; inside: string[] } {
  const found = (pattern: RegExp) => [...new Set(texts.flatMap((text) => text.match(pattern) ?? []))];
  return { small: found(/(?<!\p{L})\p{Ll}[\p{L}]*/gu), inside: found(/(?<=[\p{Ll},] )\p{Lu}[\p{L}]+/gu) };
}

/** Some people write them small, which says nothing of others. */
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
