import { toolText } from "../core/toolText.js";
import type { Event, ProbeRecord, ToolCall, Turn } from "../schema/event.js";
import { type Line, span } from "./line.js";
import { firstName, type Playbill } from "./playbill.js";
import { expectations, probesByTurn, verdictOf } from "./probes.js";
import { STATES } from "./states.js";
import { cut, drawable, oneLine, padded, widthOf } from "./text.js";
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
  const { asked, met } = probesByTurn(talk.events);
  const page = pageFor(talk, playbill, columns);
  const items = playbill.items[talk.scenario] ?? {};
  const lines = talk.events.flatMap((event, index): Line[] => {
    if (event.type === "session.opened") return [...(index > 1 ? [[]] : []), ...sessionLines(event, page.columns)];
    if (event.type === "turn") {
      const { speaker, text, index: place } = event.turn;
      const verdict = met.get(place);
      return [
        ...(speaker === "user" && talk.events[index - 1]?.type !== "session.opened" ? [[]] : []),
        ...speech(speaker, text, page),
        ...markLines(event.turn, asked.get(place), page),
        ...(verdict ? remark(...verdictOf(verdict, items), page) : []),
      ];
    }
    if (event.type === "fork") {
      const { kept, broken } = event.fork;
      return remark(`⑂ off the record: ${kept.length} of ${kept.length + broken.length} traits kept`, "faint", page);
    }
    if (event.type === "tool") return toolLine(event.tool, page);
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
  /** Columns before a remark: fewer than before any word that is spoken, so that no reply can forge one. */
  remarks: number;
}

function pageFor({ persona }: Talk, playbill: Playbill, columns: number): Page {
  const names = { user: firstName(playbill, persona), assistant: "assistant" };
  const gutter = columns >= ROOMY ? Math.max(widthOf(names.user), widthOf(names.assistant)) + 2 : 0;
  return {
    columns: Math.min(columns, LONGEST + gutter),
    names,
    gutter,
    margin: span(" ".repeat(gutter || 2)),
    remarks: gutter ? gutter - 2 : 1,
  };
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
function remark(text: string, tone: Tone, { columns, remarks }: Page): Line[] {
  return wrapped(text, columns - remarks - 2).map((line, index) => [
    span(" ".repeat(remarks)),
    span(index === 0 ? line : `  ${line}`, tone),
  ]);
}

/** A tool call on one line, as far as it goes. */
function toolLine(tool: ToolCall, { columns, gutter, margin }: Page): Line[] {
  return [[margin, span(cut(`· ${oneLine(toolText(tool))}`, columns - (gutter || 2) - 2), "faint")]];
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
