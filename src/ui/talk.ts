import { type Line, span, titleLine } from "./line.js";
import { firstName } from "./playbill.js";
import { oneLine } from "./text.js";
import { transcriptLines } from "./transcriptLines.js";
import { liveWords, selectedTrial, shownEvents, type View } from "./view.js";

/** The lines of the selected trial's talk, or why there are none. */
export function talkLines(view: View, columns: number): Line[] {
  const trial = view.playbill.plan[view.selected];
  const row = view.rows[view.selected];
  if (!trial || !row) return [];
  const events = shownEvents(view, trial.id);
  if (row.state === "waiting") return [[span("has not started", "faint")]];
  if (events === null) return [[span("is being read…", "faint")]];
  if (events.length === 0 && view.paced?.trial !== trial.id) return [[span("cannot be read back", "warn")]];
  const { persona, scenario } = trial;
  return transcriptLines({ persona, scenario, events, partial: liveWords(view, trial.id) }, view.playbill, columns);
}

/** Who talks with whom, and how much of it is on screen. */
export function talkTitle(view: View, columns: number, scrolled: boolean): Line {
  const trial = view.playbill.plan[view.selected];
  const names = trial ? [firstName(view.playbill, trial.persona), trial.scenario, trial.assistant] : [];
  return titleLine(
    [span(names.map(oneLine).join(" · "), "title")],
    noteFor(view, scrolled, columns >= ROOMY),
    columns,
    view.pane === "transcript",
  );
}

const ROOMY = 70;

function noteFor(view: View, scrolled: boolean, roomy: boolean): Line {
  const trial = selectedTrial(view);
  const row = view.rows[view.selected];
  if (scrolled) return [span("scrolled back", "warn")];
  if (view.paced?.trial !== trial || !row) return [];
  const shown = (shownEvents(view, trial) ?? []).filter(({ type }) => type === "turn").length;
  const all = row.state === "playing" ? "…" : row.turns;
  return row.turns === 0
    ? []
    : [span(roomy ? `turn ${shown} of ${all}, at reading speed` : `${shown}/${all}`, "faint")];
}
