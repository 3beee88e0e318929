import { render } from "ink";
import type { Clock } from "../core/clock.js";
import { HEADLINE } from "../core/headline.js";
import type { Reporter } from "../core/reporter.js";
import type { World } from "../core/world.js";
import type { Event } from "../schema/event.js";
import type { Run } from "../schema/run.js";
import { openGate } from "./gate.js";
import type { Pace } from "./pacing.js";
import { playbillOf, type Scale } from "./playbill.js";
import { Screen } from "./Screen.js";
import { createStore } from "./store.js";
import { themeFor } from "./theme.js";
import { missingTranscript, openingView, type View } from "./view.js";

/** What a screen is made with. */
export interface ScreenPorts {
  head: Run;
  world: World;
  scales: readonly Scale[];
  /** The trial that is shown first, at the pace. */
  opening: string | null;
  pace: Pace;
  color: boolean;
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  clock: Clock;
  /** The events of a trial as far as they are recorded. */
  readTrial(id: string): Promise<readonly Event[]>;
  /** Asks for the run to stop. */
  interrupt(): void;
  /** Aborted: the run stops, and the screen goes at once. */
  signal: AbortSignal;
}

/** A screen that is up. It is a reporter but for the end, which it leaves to lines that stay. */
export interface RunScreen extends Omit<Reporter, "finished"> {
  /**
   * The run is over. Resolves when the reader has seen enough and the terminal is as it was found, with the error
   * that broke the screen if one did.
   */
  seen(): Promise<Error | null>;
  /** Gives the terminal back now. */
  close(): void;
}

/** The scorers that the screen shows. */
const TOLD = new Set<string>(HEADLINE);

/** How often the screen looks at the clock, in milliseconds. */
const TICK = 100;

/** Puts the screen of a run up. */
export function runScreen(ports: ScreenPorts): RunScreen {
  const { head, world, scales, pace, clock, signal } = ports;
  const gate = openGate();
  const gone = Promise.withResolvers<Error | null>();
  const read = reader(ports, (trial, events) => store.dispatch({ type: "read", trial, events }));
  const opening = openingView(playbillOf(head, world, scales), ports.opening, pace, clock.now());
  const store = createStore(opening, clock, (view) => {
    gate.set(view.paused);
    if (view.left || view.quitting) close();
    else read(view);
    if (view.quitting) ports.interrupt();
  });
  // Ink does it too late: what is typed before would be echoed into the first frame, or push it to the right.
  ports.stdin.setRawMode(true);
  ports.stdout.write("\r");
  const ink = render(<Screen store={store} clock={clock} theme={themeFor(ports.color)} />, {
    ...{ stdin: ports.stdin, stdout: ports.stdout, interactive: true, alternateScreen: true },
    ...{ incrementalRendering: true, exitOnCtrlC: false },
    onRender: ({ renderTime }) => store.took(renderTime),
  });
  ink
    .waitUntilExit()
    .then(() => gone.resolve(null), gone.resolve)
    .then(close);
  const stopTicking = clock.every(TICK, () => store.dispatch({ type: "tick", now: clock.now() }));

  function close(): void {
    gate.set(false);
    stopTicking();
    store.close();
    ink.unmount();
    ports.stdin.setRawMode(false);
  }
  if (signal.aborted) close();
  else signal.addEventListener("abort", close, { once: true });

  return {
    event: (event) => store.dispatch({ type: "event", event, now: clock.now() }),
    delta: (delta) => store.dispatch({ type: "delta", ...delta }),
    committed({ persona, twin, scenario, repeat, assistant, outcome }, scores) {
      if (twin) return;
      const shown = scores.filter(({ scorer }) => TOLD.has(scorer));
      store.dispatch({
        type: "committed",
        trial: { persona, scenario, repeat, assistant: assistant.id, outcome, scores: shown },
      });
    },
    judged: (done, of) => store.dispatch({ type: "judged", done, of }),
    gate: () => gate.pass(),
    seen() {
      store.dispatch({ type: "over", now: clock.now() });
      return gone.promise;
    },
    close,
  };
}

/** Reads the talk of the selected trial where the screen does not have it: one at a time, and each state of it once. */
function reader({ readTrial }: ScreenPorts, done: (trial: string, events: readonly Event[]) => void) {
  let reading = false;
  let tried = "";
  return (view: View): void => {
    const trial = reading ? null : missingTranscript(view);
    const state = `${trial} ${view.rows[view.selected]?.seen}`;
    if (trial === null || state === tried) return;
    reading = true;
    tried = state;
    readTrial(trial)
      .catch(() => [])
      .then((events) => {
        reading = false;
        done(trial, events);
      });
  };
}
