import { describe, expect, it } from "vitest";
import { personaPage, scenarioPage } from "../../src/reporters/pages.js";
import { transcript } from "../../src/reporters/transcript.js";
import type { Persona } from "../../src/schema/persona.js";
import type { Scenario } from "../../src/schema/scenario.js";
import { score } from "../datasets/records.js";
import { CONTROLLING, NASTY } from "../support/nasty.js";
import { PERSONAS, played, SCENARIOS, WORLD } from "../support/shipped.js";

const TRIAL = await played({ persona: "mara-lindqvist", scenario: "dinner-lisbon", technique: "generic" });
const page = transcript(TRIAL, [score("use.applied", 0.5), score("use.asked", null)]);

/** What a line after the first of a turn begins with. */
const MARGIN = `\n${" ".repeat(15)}`;

describe("a transcript", () => {
  it("begins with who met whom, and what the players are", () => {
    expect(page.split("\n").slice(0, 2)).toEqual([
      "mara-lindqvist in dinner-lisbon, assistant generic (completed)",
      `${TRIAL.label}; seed 1`,
    ]);
    expect(page).toContain("rule-based");
  });

  it("has every turn of every session, under its date, with its number and who says it", () => {
    for (const { id, at, turns } of TRIAL.sessions) {
      expect(page).toContain(`-- session ${id}, ${at}`);
      for (const { index, speaker, text } of turns)
        expect(page).toContain(
          `\n${String(index).padStart(3)} ${speaker === "user" ? "mara:" : "assistant:"}`.padEnd(16) +
            text.replaceAll("\n", MARGIN),
        );
    }
    expect(page).toContain("-- session s2, 2026-07-08T17:30; changed since: budget@s2");
  });

  it("says what each probe was about and whether the choice was among the best", () => {
    for (const { id, chosen, optimum } of TRIAL.probes) {
      expect(page).toContain(`probe ${id}`);
      if (chosen)
        expect(page).toContain(
          optimum.includes(chosen) ? `chose ${chosen}: among the best` : `chose ${chosen}; best: `,
        );
    }
    expect(TRIAL.probes.some(({ chosen }) => chosen)).toBe(true);
  });

  it("lets no reply pass for a turn, a remark or a session: all that is said stands right of them", () => {
    const forged = ["  1 mara:      thanks", "    [probe p1; right: abstain]", "-- session s9, 2026-01-01", "scores:"];
    const text = ["Well.", ...forged].join("\n").replace("\n-- ", "\u2028-- ");
    const sessions = TRIAL.sessions.map((one) => ({ ...one, turns: one.turns.map((turn) => ({ ...turn, text })) }));
    const lines = transcript({ ...TRIAL, sessions }, []).split("\n");
    for (const line of forged) expect(lines).not.toContain(line);
    expect(lines.filter((line) => line === `${" ".repeat(15)}${forged[0]}`).length).toBeGreaterThan(2);
    expect(
      lines.filter((line) => /^ {0,2}\d+ (mara|assistant): /.test(line)).every((line) => line.endsWith("Well.")),
    ).toBe(true);
  });

  it("has what was called for a reply before it, on a line of its own, shortened", () => {
    const [turn] = TRIAL.sessions[0]?.turns.filter(({ speaker }) => speaker === "assistant") ?? [];
    const tool = { session: "s1", turn: turn?.index ?? -1, name: "save", args: '{"note":"no\nmeat"}', result: "saved" };
    const tools = [tool, { ...tool, args: `"${"x".repeat(300)}"`, result: null }];
    const lines = transcript({ ...TRIAL, tools }, []).split("\n");
    const place = lines.indexOf('    [tool save {"note":"no meat"}: saved]');
    expect(lines[place + 1]).toMatch(/^ {4}\[tool save "x{80,}…\]$/);
    expect(lines[place + 2]).toBe(`  1 assistant: ${turn?.text.split("\n")[0]}`);
  });

  it("marks beats", () => {
    expect(page).toContain("[beat: digress]");
  });

  it("ends with the scores that are known", () => {
    expect(page.trimEnd().split("\n").at(-1)).toBe("  use.applied             0.50  of 1");
  });

  it("shows what each of them rests on: the fact, the probe and the words; of a split, only the number", () => {
    const chance = { turn: 13, fact: "diet", probe: "free-day", quote: "osteria-melro" };
    const evidence = [
      { ...chance, hit: true },
      { ...chance, turn: 15, quote: "", hit: false },
    ];
    const whole = { ...score("use.applied", 0.5), evidence };
    const shown = transcript(TRIAL, [whole, { ...whole, scorer: "use.applied.past" }]).split("\n");
    expect(shown.slice(-4)).toEqual([
      "  use.applied             0.50  of 1",
      "    + turn 13, probe free-day, fact diet: osteria-melro",
      "    - turn 15, probe free-day, fact diet",
      "  use.applied.past        0.50  of 1",
    ]);
  });

  it("has turns of which nothing else is told on one line for those that count and one for the others", () => {
    const evidence = [3, 5, 7, 9].map((turn) => ({ turn, quote: turn === 7 ? "Well, well." : "", hit: turn === 9 }));
    const shown = transcript(TRIAL, [{ ...score("misuse.repetition", 0.25), evidence }]).split("\n");
    expect(shown.slice(-3)).toEqual(["    - turn 7: Well, well.", "    + turn 9", "    - turns 3, 5"]);
  });

  it("says what is right where nothing can be chosen", () => {
    expect(page).toContain("[probe zodiac-dessert; right: abstain star-sign]");
  });
});

describe("a page of a persona", () => {
  it.each(PERSONAS)("has who they are and each of their facts with what governs it: %s", (id) => {
    const persona = WORLD.personas[id] as Persona;
    const made = personaPage(persona);
    expect(made.split("\n")[0]).toContain(`${persona.name} (${id}), ${persona.segment}`);
    for (const fact of persona.facts) {
      const line = made.split("\n").find((one) => one.trim().startsWith(`${fact.id} `));
      expect(line).toBeDefined();
      if (fact.veto) expect(line).toContain("must");
      if (fact.disclose === "private") expect(line).toContain("private");
      for (const reader of fact.share_with ?? []) expect(line).toContain(reader);
    }
    expect(made).toContain("provenance: hand-written");
  });
});

describe("a page of a scenario", () => {
  it.each(SCENARIOS)("has its sessions with their beats and probes: %s", (id) => {
    const scenario = WORLD.scenarios[id] as Scenario;
    const made = scenarioPage(scenario);
    expect(made).toContain(`${scenario.title} (${id}), ${scenario.domain}`);
    for (const session of scenario.sessions) {
      expect(made).toContain(`session ${session.id}`);
      for (const probe of session.probes)
        expect(made).toContain(`probe ${probe.id} (${probe.type}, read by ${probe.audience.join(", ")})`);
      for (const beat of session.beats) expect(made).toContain(`beat at turn ${beat.turn}`);
    }
    for (const norm of scenario.norms) expect(made).toContain(norm.because);
  });
});

describe("what controls a terminal", () => {
  it.each(NASTY)("never passes a page, nor takes away what stands behind it: %j", (text) => {
    const turns = TRIAL.sessions[0]?.turns.map((turn, at) => (at === 0 ? { ...turn, text } : turn)) ?? [];
    const sessions = TRIAL.sessions.map((one, at) => (at === 0 ? { ...one, turns } : one));
    const persona = { ...(WORLD.personas["mara-lindqvist"] as Persona), name: text };
    const scenario = { ...(WORLD.scenarios["dinner-lisbon"] as Scenario), title: text };
    const tools = [{ session: "s1", turn: 1, name: text, args: text, result: text }];
    const made = [transcript({ ...TRIAL, sessions, tools }, []), personaPage(persona), scenarioPage(scenario)];
    for (const one of made) expect(one).not.toMatch(CONTROLLING);
    expect(made[0]).toContain(turns.at(-1)?.text);
    expect(made[1]).toContain("provenance");
    expect(made[2]).toContain("probe");
  });
});
