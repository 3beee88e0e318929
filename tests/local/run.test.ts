import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dramatis } from "../support/dramatis.js";
import { replies } from "../support/talk.js";
import { holdsOfEveryRun } from "./everyRun.js";
import { MISSING } from "./place.js";
import { folderToPlayIn, type Played, playedIn } from "./playing.js";

/** A model this small says what it likes: asserted is what holds of every record. */
describe("a run in which a GGUF file plays the user and three assistants", () => {
  let played: Played;

  beforeAll(async () => {
    if (MISSING !== null) return;
    const cwd = folderToPlayIn();
    played = playedIn(cwd, await dramatis(["run", "talk", "--plain"], { cwd }));
  }, 600_000);
  beforeEach((context) => {
    if (MISSING !== null) context.skip(MISSING);
  });

  holdsOfEveryRun("llm", () => played);

  it("has three techniques", () => {
    expect(played.trials.map(({ assistant }) => assistant.technique)).toEqual(["generic", "history", "bm25"]);
  });

  it("has choices that are on offer, and that were told by a call", () => {
    const answers = played.trials.flatMap(replies);
    expect(answers.some(({ choice_by }) => choice_by === "structure")).toBe(true);
    for (const { choice } of answers) expect(["mint", "assam", null]).toContain(choice);
  });

  it("says of every talk that the person's model ended how that was told", () => {
    const ends = played.trials.flatMap(({ sessions }) => sessions.map(({ end }) => end?.told));
    for (const told of ends) expect([undefined, "structure"]).toContain(told);
    expect(ends).toContain("structure");
  });
});
