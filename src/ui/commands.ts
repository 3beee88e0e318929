import type { Action } from "./keys.js";
import { nextTurn } from "./pacing.js";
import type { View } from "./view.js";

/** What the reader wants, with what only the screen knows: lines of a page, and the last first line there can be. */
export interface Command {
  action: Action;
  page: number;
  last: number;
}

/** The screen after a command. A question is answered by `q` again; any other key takes it back. */
export function obeyed(view: View, command: Command, now: number): View {
  const { action } = command;
  if (action === "interrupt") return { ...view, quitting: true };
  if (action === "quit") return quit(view);
  if (view.asking) return { ...view, asking: false };
  if (action === "leave") return { ...view, left: view.over };
  if (action === "back") return back(view);
  if (action === "help") return { ...view, help: !view.help, helpTop: 0, browsing: true };
  if (action === "pane") return { ...view, pane: view.pane === "trials" ? "transcript" : "trials", browsing: true };
  if (action === "pause") return { ...view, paused: !view.paused, ends: [], since: now, rate: null };
  if (action === "run-on") return { ...view, paced: null };
  if (action === "next") return withNextTurn(view, now);
  return moved({ ...view, browsing: true }, command);
}

function quit(view: View): View {
  if (view.over) return { ...view, left: true };
  return view.asking ? { ...view, asking: false, quitting: true } : { ...view, asking: true, help: false };
}

function back(view: View): View {
  if (view.help) return { ...view, help: false };
  return view.pane === "transcript" ? { ...view, pane: "trials", top: null } : view;
}

function withNextTurn(view: View, now: number): View {
  if (!view.paced) return view;
  const events = view.transcripts[view.paced.trial]?.events ?? [];
  return { ...view, paced: nextTurn(view.paced, events, now) };
}

function moved(view: View, { action, page, last }: Command): View {
  const steps: Partial<Record<Action, number>> = {
    ...{ up: -1, down: 1, first: -Infinity, last: Infinity },
    ...{ "page-up": -page, "page-down": page },
  };
  const step = steps[action] ?? 0;
  if (view.help) return { ...view, helpTop: clamped(view.helpTop + step, last) };
  const pages = action === "page-up" || action === "page-down";
  return view.pane === "trials" && !pages ? selected(view, step) : scrolled(view, step, last);
}

function selected(view: View, step: number): View {
  const place = clamped(view.selected + step, view.playbill.plan.length - 1);
  return place === view.selected ? view : { ...view, selected: place, top: null };
}

/** At the end the transcript follows what comes. */
function scrolled(view: View, step: number, last: number): View {
  const top = clamped((view.top ?? last) + step, last);
  return { ...view, top: top >= last ? null : top };
}

const clamped = (value: number, most: number) => Math.min(Math.max(value, 0), Math.max(0, most));
