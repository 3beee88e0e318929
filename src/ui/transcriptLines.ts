import type { Event, ProbeRecord, Turn } from "../schema/event.js";
import { type Line, span } from "./line.js";
import { firstName, type Playbill } from "./playbill.js";
import { STATES } from "./states.js";
import { drawable, oneLine, padded, widthOf } from "./text.js";
import type { Tone } from "./theme.js";
import type { Transcript } from "./view.js";
import { wrapped } from "./wrap.js";

/** A talk to be drawn: the events on screen, and the words that are being streamed after them. */
export interface Talk {
  persona: string;
  scenario: string;
  events: readonly Event[];
  partial: Transcript["partial"];
}

/** From this width on, names stand in a column of their own. */
const ROOMY = 60;
/** Lines longer than this are hard to read. */
const LONGEST = 96;

/** The talk in lines of so many columns: who says what, the beats and probes of the script, and how each probe was met. */
export function transcriptLines(talk: Talk, playbill: Playbill, columns: number): Line[] {
  const verdicts = new Map<number, { probe: ProbeRecord; chosen: string | null; repair: boolean }>();
  const asked = new Map<number, ProbeRecord>();
  for (const event of talk.events) {
    if (event.type !== "probe") continue;
    const { probe } = event;
    asked.set(probe.turn, probe);
    if (probe.reply !== null) verdicts.set(probe.reply, { probe, chosen: probe.chosen, repair: false });
    if (probe.repair) verdicts.set(probe.repair.reply, { probe, chosen: probe.repair.chosen, repair: true });
  }
  const page = pageFor(talk, playbill, columns);
  const items = playbill.items[talk.scenario] ?? {};
  const lines = talk.events.flatMap((event, index): Line[] => {
    if (event.type === "session.opened") return [...(index > 1 ? [[]] : []), ...sessionLines(event, page.columns)];
    if (event.type === "turn") {
      const verdict = verdicts.get(event.turn.index);
      return [
        ...(event.turn.speaker === "user" && index > 0 && talk.events[index - 1]?.type !== "session.opened"
          ? [[]]
          : []),
        ...turnLines(event.turn, page),
        ...markLines(event.turn, asked.get(event.turn.index), page),
        ...(verdict ? verdictLines(verdict, items, page) : []),
      ];
    }
    if (event.type === "session.closed") return closingLines(event.end, items, page);
    return event.type === "trial.ended" ? endLines(event, page.columns) : [];
  });
  const { partial } = talk;
  return partial ? [...lines, ...speech(partial.speaker, `${partial.text}▍`, page)] : lines;
}

interface Page {
  columns: number;
  names: { user: string; assistant: string };
  /** Columns before the words; 0 where names stand in the text. */
  gutter: number;
  margin: ReturnType<typeof span>;
}

function pageFor({ persona }: Talk, playbill: Playbill, columns: number): Page {
  const names = { user: firstName(playbill, persona), assistant: "assistant" };
  const gutter = columns >= ROOMY ? Math.max(widthOf(names.user), widthOf(names.assistant)) + 2 : 0;
  return { columns: Math.min(columns, LONGEST + gutter), names, gutter, margin: span(" ".repeat(gutter || 2)) };
}

function turnLines({ speaker, text }: Turn, page: Page): Line[] {
  return speech(speaker, text, page);
}

function speech(speaker: Turn["speaker"], text: string, { columns, names, gutter, margin }: Page): Line[] {
  const tone = speaker === "user" ? "person" : "assistant";
  if (gutter > 0)
    return wrapped(drawable(text), columns - gutter).map((line, index) => [
      index === 0 ? span(padded(names[speaker], gutter), tone) : margin,
      span(line),
    ]);
  const name = `${names[speaker]}: `;
  return wrapped(name + drawable(text), columns - 2).map((line, index) =>
    index === 0 ? [span(name, tone), span(line.slice(name.length))] : [margin, span(line)],
  );
}

function sessionLines({ session, at, drifted }: Extract<Event, { type: "session.opened" }>, columns: number): Line[] {
  const changes = [...new Set(drifted.map((fact) => fact.split("@")[0]))].join(", ");
  const title = `session ${session}, ${at.replace("T", " ")}`;
  const note = changes === "" ? "" : `, changed since: ${changes}`;
  const rest = Math.max(0, columns - widthOf(title + note) - 1);
  return [[span(title, "title"), span(note, "warn"), span(` ${"┈".repeat(rest)}`, "rule")]];
}

/** A remark under a turn. */
function remark(text: string, tone: Tone, { columns, gutter, margin }: Page): Line[] {
  return wrapped(text, columns - (gutter || 2) - 2).map((line, index) => [
    margin,
    span(index === 0 ? line : `  ${line}`, tone),
  ]);
}

function markLines(turn: Turn, probe: ProbeRecord | undefined, page: Page): Line[] {
  if (turn.speaker !== "user") return [];
  const right = probe ? expectations(probe) : "";
  return [
    ...(turn.misheard ? remark("… heard nothing in the reply before", "warn", page) : []),
    ...(turn.beat ? remark(`↳ beat: ${turn.beat}`, "mark", page) : []),
    ...(turn.probe ? remark(`◇ probe ${turn.probe}`, "mark", page) : []),
    ...(right === "" ? [] : remark(`  right: ${right}`, "faint", page)),
  ];
}

/** What is right at a probe, slots that do not matter left out: `apply diet, budget; update seating`. */
function expectations({ expected }: ProbeRecord): string {
  const telling = Object.entries(expected).filter(([, what]) => what !== "ignore");
  if (telling.length === 0) return "nothing personal counts";
  const groups = Map.groupBy(telling, ([, what]) => what);
  return [...groups].map(([what, slots]) => `${what} ${slots.map(([slot]) => slot).join(", ")}`).join("; ");
}

function verdictLines(
  { probe, chosen, repair }: { probe: ProbeRecord; chosen: string | null; repair: boolean },
  items: Readonly<Record<string, string>>,
  page: Page,
): Line[] {
  if (probe.options.length === 0) return [];
  const named = (id: string) => items[id] ?? oneLine(id);
  const best = chosen !== null && probe.optimum.includes(chosen);
  const choice = `${repair ? "then chose" : "chose"} ${chosen === null ? "nothing" : named(chosen)}`;
  if (probe.infeasible) return remark(`◆ ${choice}; nothing fits this person`, "warn", page);
  if (best) return remark(`✓ ${choice}, ${probe.optimum.length === 1 ? "the best" : "among the best"}`, "good", page);
  return remark(`✗ ${choice}; best: ${probe.optimum.map(named).join(", ")}`, "bad", page);
}

function closingLines(
  { ended, goal }: Extract<Event, { type: "session.closed" }>["end"],
  items: Readonly<Record<string, string>>,
  page: Page,
): Line[] {
  if (ended === "gave-up") return remark("○ gave up", "warn", page);
  if (!goal) return [];
  const item = goal.item === null ? "" : ` with ${items[goal.item] ?? oneLine(goal.item)}`;
  if (goal.complete) return remark(`● goal met${item}`, "faint", page);
  return remark(`○ goal not met${ended === "max-turns" ? ": no turns left" : ""}`, "warn", page);
}

function endLines({ outcome, failure }: Extract<Event, { type: "trial.ended" }>, columns: number): Line[] {
  const { symbol, word, tone } = STATES[outcome];
  const why = failure ? `: ${failure.class}, ${oneLine(failure.message)}` : "";
  return [[], ...wrapped(`${symbol} ${word}${why}`, columns).map((line) => [span(line, tone)])];
}
