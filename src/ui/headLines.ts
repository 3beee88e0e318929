import { fitted, type Line, lineWidth, span } from "./line.js";
import { duration, rateOf } from "./progress.js";
import { doneCount, type View } from "./view.js";
import { wrapped } from "./wrap.js";

/** The head of the screen: what is played, how far it is and how long it takes, and what the players are. */
export function headLines(view: View, columns: number): Line[] {
  return [progressLine(view, columns), ...labelLines(view.playbill.label, columns)];
}

/** What the players are, never cut. */
export function labelLines(label: string, columns: number): Line[] {
  return wrapped(label, columns - 2).map((line) => [span(` ${line}`, "faint")]);
}

function progressLine(view: View, columns: number): Line {
  const title: Line = [span(" dramatis", "strong"), span(`  ${view.playbill.suite}  `)];
  const figures = figuresOf(view);
  const room = columns - lineWidth(title) - lineWidth(figures) - 1;
  return fitted([...title, ...bar(view, Math.min(60, room)), ...figures], columns);
}

function bar(view: View, columns: number): Line {
  if (columns < 6) return [];
  const filled = Math.floor((doneCount(view) / Math.max(1, view.playbill.plan.length)) * columns);
  return [span("━".repeat(filled), "active"), span("─".repeat(columns - filled), "rule")];
}

function figuresOf(view: View): Line {
  const done = `  ${doneCount(view)} of ${view.playbill.plan.length}`;
  if (view.over) return [span(done), span(`  over in ${duration((view.now - view.started) / 1000)}`, "good")];
  if (view.paused) return [span(done), span("  ‖ paused", "warn")];
  const rate = rateOf(view);
  const speed =
    rate === null
      ? "--"
      : rate.perSecond >= 0.1
        ? `${rate.perSecond.toFixed(1)}/s`
        : `${(rate.perSecond * 60).toFixed(1)}/min`;
  return [span(done), span(`  ${speed}  `), span(`${rate === null ? "--" : duration(rate.left)} left`)];
}
