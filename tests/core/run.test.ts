import { describe, expect, it } from "vitest";
import { planOf } from "../../src/core/plan.js";
import { type Ledger, performRun, type RunRequest } from "../../src/core/run.js";
import type { Company } from "../../src/core/trial.js";
import type { Event } from "../../src/schema/event.js";
import { assistantNameOf, suite as suiteSchema } from "../../src/schema/suite.js";
import type { Trial } from "../../src/schema/trial.js";
import { fact, item, person, probe, scenario, session, world } from "./makers.js";
import { fakeAssistant, fakeCompany, reply } from "./players.js";

const WORLD = world(
  [person([fact("diet", { is: "vegan" })]), person([], { id: "bob" })],
  scenario([session("s1", { probes: [probe(["diet"])] })]),
  [item("salad", { diet: "vegan" })],
);

interface Book extends Ledger {
  events: Event[];
  commits: string[];
}

function book(parts: Partial<Ledger> = {}): Book {
  const events: Event[] = [];
  const commits: string[] = [];
  return {
    events,
    commits,
    committed: 0,
    ended: () => false,
    before: () => [],
    async record(event) {
      events.push(event);
    },
    eventsOf: async (trial) => events.filter((event) => event.trial === trial),
    async commit({ id }) {
      commits.push(id);
    },
    ...parts,
  };
}

function request(parts: Partial<RunRequest> & { ledger: Ledger; arms?: never; techniques?: string[] }): RunRequest {
  const { techniques = ["oracle", "generic"], ...rest } = parts;
  const assistants = techniques.map((name) => {
    const [technique, model] = name.split("@");
    return { technique, ...(model ? { model } : {}) };
  });
  const suite = suiteSchema.parse({ schema: "dramatis/suite@1", id: "t", assistants });
  return {
    plan: planOf(suite, WORLD),
    suite,
    world: WORLD,
    company: fakeCompany(),
    score: () => [],
    watcher: { event: () => {}, delta: () => {}, committed: () => {} },
    concurrency: 4,
    signal: new AbortController().signal,
    gate: async () => {},
    ...rest,
    arms: suite.assistants.map(assistantNameOf),
  };
}

/** Players of whom each waits until the one after it in the plan has ended. */
function backwards(plan: readonly string[], ledger: Ledger): Company {
  const ends = new Map(plan.map((id) => [id, Promise.withResolvers<void>()]));
  const record = ledger.record;
  ledger.record = async (event) => {
    await record(event);
    if (event.type === "trial.ended") ends.get(event.trial)?.resolve();
  };
  return fakeCompany({
    makeAssistant: (_, { trial }) =>
      fakeAssistant(async () => {
        await ends.get(plan[plan.indexOf(trial) + 1] ?? "")?.promise;
        return reply("All right.");
      }),
  });
}

/** Players of whom those named first take longest. */
function slowCompany(plan: readonly string[]): Company {
  return fakeCompany({
    makeAssistant: (_, { trial }) =>
      fakeAssistant(async () => {
        await new Promise((done) => setTimeout(done, 4 * (plan.length - plan.indexOf(trial))));
        return reply("All right.");
      }),
  });
}

const PLAN = ["ada.dinner.generic.0", "ada.dinner.oracle.0", "bob.dinner.generic.0", "bob.dinner.oracle.0"];

describe("a run", () => {
  it("commits in the order of the plan, whatever order trials finish in", async () => {
    const ledger = book();
    expect(await performRun(request({ ledger, company: backwards(PLAN, ledger) }))).toEqual({
      committed: 4,
      spent: null,
    });
    const ended = ledger.events.filter(({ type }) => type === "trial.ended").map(({ trial }) => trial);
    expect(ended).toEqual([...PLAN].reverse());
    expect(ledger.commits).toEqual(PLAN);
  });

  it("commits the same whatever the concurrency", async () => {
    const lines = async (concurrency: number) => {
      const trials: Trial[] = [];
      const commit = async (trial: Trial) => {
        trials.push(trial);
      };
      await performRun(request({ ledger: book({ commit }), concurrency, company: slowCompany(PLAN) }));
      return trials.map((trial) => JSON.stringify(trial));
    };
    expect(await lines(1)).toEqual(await lines(3));
  });

  it("plays no more at a time than it may", async () => {
    let playing = 0;
    let most = 0;
    const ledger = book({
      record: async (event) => {
        if (event.type === "trial.started") most = Math.max(most, ++playing);
        if (event.type === "trial.ended") playing -= 1;
        ledger.events.push(event);
      },
    });
    await performRun(request({ ledger, concurrency: 2, company: slowCompany(PLAN) }));
    expect(most).toBe(2);
  });

  it("scores each trial beside the baseline of its own pair and model", async () => {
    const beside: [string, string | null][] = [];
    const score = (trial: Trial, baseline: Trial | null) => {
      beside.push([trial.id, baseline?.id ?? null]);
      return [];
    };
    await performRun(request({ ledger: book(), score, techniques: ["generic", "generic@m", "oracle@m", "oracle"] }));
    expect(beside.slice(0, 4)).toEqual([
      ["ada.dinner.generic.0", "ada.dinner.generic.0"],
      ["ada.dinner.generic@m.0", "ada.dinner.generic@m.0"],
      ["ada.dinner.oracle@m.0", "ada.dinner.generic@m.0"],
      ["ada.dinner.oracle.0", "ada.dinner.generic.0"],
    ]);
    expect(beside.slice(4).every(([, baseline]) => baseline?.startsWith("bob.dinner.generic"))).toBe(true);
  });

  it("scores without a baseline where the suite has none", async () => {
    const baselines: (Trial | null)[] = [];
    const score = (_: Trial, baseline: Trial | null) => {
      baselines.push(baseline);
      return [];
    };
    await performRun(request({ ledger: book(), score, techniques: ["oracle"] }));
    expect(baselines).toEqual([null, null]);
  });

  it("shows an event after it is written, and goes on when it may", async () => {
    const log: string[] = [];
    const ledger = book();
    const record = ledger.record;
    ledger.record = async (event) => {
      await record(event);
      log.push(`written ${event.type}`);
    };
    const watcher = {
      event: ({ type }: Event) => log.push(`shown ${type}`),
      delta: () => {},
      committed: () => log.push("committed"),
    };
    const gate = async ({ type }: Event) => {
      log.push(`held ${type}`);
    };
    await performRun(request({ ledger, watcher, gate, concurrency: 1, techniques: ["oracle"] }));
    expect(log.slice(0, 4)).toEqual([
      "written trial.started",
      "shown trial.started",
      "held trial.started",
      "written session.opened",
    ]);
    expect(log.indexOf("committed")).toBe(log.indexOf("held trial.ended") + 1);
  });

  it("ends one trial where its players fail, not the run", async () => {
    const company = fakeCompany({
      makeAssistant: (_, { trial }) =>
        fakeAssistant(() => {
          if (trial.startsWith("ada")) throw new TypeError("a bug");
          return reply("All right.");
        }),
    });
    const ledger = book();
    expect(await performRun(request({ ledger, company }))).toEqual({ committed: 4, spent: null });
  });

  it("stops where the ledger fails, once nobody plays any more", async () => {
    let failed = false;
    const after: string[] = [];
    const ledger = book();
    const record = ledger.record;
    ledger.record = async (event) => {
      if (event.trial === PLAN[3] && event.type === "turn" && !failed) {
        failed = true;
        throw new Error("disk full");
      }
      await record(event);
    };
    await expect(performRun(request({ ledger, company: slowCompany(PLAN) }))).rejects.toThrow("disk full");
    ledger.record = async (event) => {
      after.push(event.type);
    };
    await new Promise((done) => setTimeout(done, 50));
    expect(after).toEqual([]);
    expect(ledger.commits).not.toContain(PLAN[3]);
  });

  it("stops where a commit fails, and commits nothing after it", async () => {
    const tried: string[] = [];
    const commit = async ({ id }: Trial) => {
      tried.push(id);
      if (id === PLAN[1]) throw new Error("disk full");
    };
    await expect(performRun(request({ ledger: book({ commit }) }))).rejects.toThrow("disk full");
    expect(tried).toEqual(PLAN.slice(0, 2));
  });

  it("stops with what the ledger throws, also where it was aborted before", async () => {
    const abort = new AbortController();
    const ledger = book();
    ledger.record = async (event) => {
      if (event.type === "turn") {
        abort.abort();
        throw new Error("disk full");
      }
      ledger.events.push(event);
    };
    await expect(performRun(request({ ledger, signal: abort.signal }))).rejects.toThrow("disk full");
  });

  it("aborted, starts no more trials and says how many were committed", async () => {
    const abort = new AbortController();
    const ledger = book();
    const watcher = { event: () => {}, delta: () => {}, committed: () => abort.abort() };
    expect(await performRun(request({ ledger, watcher, signal: abort.signal, concurrency: 1 }))).toEqual({
      committed: 1,
      spent: null,
    });
    expect(ledger.commits).toEqual(PLAN.slice(0, 1));
    expect(new Set(ledger.events.map(({ trial }) => trial))).toEqual(new Set(PLAN.slice(0, 1)));
  });

  it("aborted before it begins, plays nothing", async () => {
    const ledger = book();
    expect(await performRun(request({ ledger, signal: AbortSignal.abort() }))).toEqual({ committed: 0, spent: null });
    expect(ledger.events).toEqual([]);
  });
});
