import { fitted, type Line, lineWidth, span } from "./line.js";
import { duration, secondsLeft } from "./progress.js";
import { cut } from "./text.js";
import { doneCount, type View } from "./view.js";
import { wrapped } from "./wrap.js";

/**
 * The head of the screen: what is played, how far it is and how long it takes, and what the players are. On a terminal
 * of so many rows the last may take a fifth of them.
 */
export function headLines(view: View, columns: number, rows: number): Line[] {
  return [progressLine(view, columns), ...labelLines(view.playbill.label, columns, Math.max(2, Math.floor(rows / 5)))];
}

function labelLines(label: string, columns: number, most: number): Line[] {
  const lines = wrapped(label, columns - 2);
  const shown =
    lines.length <= most ? lines : [...lines.slice(0, most - 1), cut(lines.slice(most - 1).join(" "), columns - 2)];
  return shown.map((line) => [span(` ${line}`, "faint")]);
}

function progressLine(view: View, columns: number): Line {
  const title: Line = [span(" dramatis", "strong"), span(`  ${cut(view.playbill.suite, columns - 52)}  `)];
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
  if (view.over) return [span(done), span(`  finished in ${duration((view.now - view.started) / 1000)}`, "good")];
  if (view.judged) return [span(done), span(`  judged ${view.judged.done} of ${view.judged.of}`, "active")];
  if (view.paused) return [span(done), span("  ‖ paused", "warn")];
  return [span(done), span(`  ${speed(view.rate)}  `), span(`${leftIn(secondsLeft(view))} left`)];
}

function speed(rate: number | null): string {
  if (rate === null) return "--";
  return rate >= 0.1 ? `${rate.toFixed(1)}/s` : `${(rate * 60).toFixed(1)}/min`;
}

const leftIn = (seconds: number | null) => (seconds === null ? "--" : duration(seconds));
