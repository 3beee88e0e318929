import type { Draws } from "../../core/draws.js";
import type { LivedFact } from "../../core/life.js";
import { novelty } from "../../core/novelty.js";
import { satisfyingValues, wantedValue } from "../../core/satisfies.js";
import type { Vocabulary } from "../../core/world.js";
import type { Item } from "../../schema/catalog.js";
import type { Belief } from "./beliefs.js";
import { type Band, type Frame, PHRASES } from "./phrases.js";

/** Gives the realizer's moves their words. No sentence of four words or more comes twice in a trial. */
export interface Voice {
  frame(name: Frame, band: Band, filling?: Filling): string;
  /** What is said for an item on some slots, in as many clauses as wanted; empty where all was said before. */
  points(item: Item, slots: readonly string[], count: number): string;
  /** What is known of an item on a request, if anything; what was told before is told again as such. */
  detail(item: Item, request: string, band: Band): string | null;
  question(slot: string): string | null;
  /** A clause about the person: `you eat vegetarian`. */
  tell(fact: LivedFact): string | null;
  /** The body of an artifact, its gaps filled with what is believed. */
  body(item: Item, beliefs: readonly Belief[]): string;
}

/** What goes into a frame. */
export interface Filling {
  item?: Item;
  tell?: string;
  /** A question follows, so that the frame must not be one. */
  asking?: boolean;
}

export function voiceOf(slots: Vocabulary, draws: Draws): Voice {
  const said = novelty();
  const delivered = new Set<string>();

  /** One of the lines that is new, marked as said; undefined where all have been. */
  function fresh(stream: string, lines: readonly string[]): string | undefined {
    const line = said.choose(draws, stream, lines);
    if (line !== undefined) said.use(line);
    return line;
  }

  return {
    frame(name, band, { item, tell, asking = false } = {}) {
      const pitches = item?.pitch ?? [""];
      const fill = (frame: string) => pitches.map((pitch) => filled(frame, item?.name ?? "", pitch, tell ?? ""));
      const usable = (frames: readonly string[]) =>
        frames.filter((frame) => (item || !frame.includes("{item}")) && !(asking && frame.includes("?")));
      const own = usable(PHRASES[band][name]);
      const others = () => Object.values(PHRASES).flatMap((frames) => usable(frames[name]));
      return (
        fresh(`voice.${name}`, own.flatMap(fill)) ??
        fresh(`voice.${name}.other`, others().flatMap(fill)) ??
        short(name, item)
      );
    },
    points(item, wanted, count) {
      const lists = wanted.map((slot) => item.points[slot] ?? []).filter((list) => list.length > 0);
      const chosen = lists.slice(0, count).map((list) =>
        said.choose(
          draws,
          "voice.point",
          list.map((point) => `It ${point}.`),
        ),
      );
      const points = chosen.filter((point) => point !== undefined).map((point) => point.slice(3, -1));
      if (points.length === 0) return "";
      for (const point of points) said.use(`It ${point}.`);
      return sentences(points);
    },
    detail(item, request, band) {
      const known = item.details[request] ?? [];
      const again = () => PHRASES[band]["as-before"].flatMap((lead) => known.map((detail) => `${lead} ${detail}`));
      return fresh("voice.detail", known) ?? fresh("voice.detail.again", again()) ?? null;
    },
    question: (slot) => fresh("voice.question", slots[slot]?.ask ?? []) ?? null,
    tell(fact) {
      const slot = slots[fact.slot];
      const values = slot ? tellable(slot, fact) : [];
      const lines = values.flatMap((value) => slot?.values[value]?.tell ?? []);
      if (lines.length > 0) return said.choose(draws, "voice.tell", lines) ?? null;
      return slot?.type === "number"
        ? `you want ${wantedValue(fact.condition)}${slot.unit ? ` ${slot.unit}` : ""}`
        : null;
    },
    body(item, beliefs) {
      const texts = item.text.map((text) => withFacts(text, beliefs, draws));
      const unread = texts.filter((_, index) => !delivered.has(`${item.id} ${index}`));
      const text = fresh("voice.body", texts) ?? unread[0] ?? (texts[0] as string);
      delivered.add(`${item.id} ${texts.indexOf(text)}`);
      return text;
    },
  };
}

/**
 * The values whose wordings speak of the fact: the one it names, or those that satisfy it. Wordings of a set speak of
 * what the person must not have; elsewhere what is only ruled out leaves open what is wanted, but for a single value.
 */
function tellable(slot: NonNullable<Vocabulary[string]>, { condition }: LivedFact): string[] {
  const { is, not, max, min } = condition;
  const named = (slot.type === "set" ? [is, not] : [is, max, min]).filter((value) => value !== undefined);
  if (named.length > 0) return named.slice(0, 1).map(String);
  const values = satisfyingValues(slot, condition);
  return not !== undefined && values.length > 1 ? [] : values;
}

/** `{slot}` becomes what is believed there, in the person's own words; a neutral clause where nothing is. */
function withFacts(text: string, beliefs: readonly Belief[], draws: Draws): string {
  return text.replace(/\{([\w-]+)\}/g, (_, slot: string) => {
    const said = beliefs.find((belief) => belief.slot === slot)?.say ?? [];
    return said.length > 0 ? draws.pick("voice.gap", said) : "things have been difficult lately";
  });
}

function filled(frame: string, item: string, pitch: string, tell: string): string {
  const line = frame.replaceAll("{item}", item).replaceAll("{pitch}", pitch).replaceAll("{tell}", tell);
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** Points as sentences of at most two, so that none of them is lost in a list. */
function sentences(points: readonly string[]): string {
  const [first = "", second, ...rest] = points;
  if (second === undefined) return `It ${first}.`;
  const simple = ![first, second].some((point) => /,| and | or /.test(point));
  const together = simple ? `It ${first} and ${second}.` : `It ${first}. It also ${second}.`;
  return [together, ...rest.map((point) => `And it ${point}.`)].join(" ");
}

/** Where all wordings are used up: a line too short to count as repetition. */
function short(name: Frame, item: Item | undefined): string {
  if (item) return `${item.name}, then.`;
  return name === "nothing" ? "Nothing suitable." : "All right.";
}
