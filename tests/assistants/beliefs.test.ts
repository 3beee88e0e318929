import { describe, expect, it } from "vitest";
import { beliefsOf } from "../../src/assistants/realizer/beliefs.js";
import type { Recollection } from "../../src/assistants/technique.js";
import type { LivedFact } from "../../src/core/life.js";
import { fact, lived, MOMENT } from "../core/makers.js";
import { encounter, SLOTS } from "./stage.js";

const one = (...parts: Parameters<typeof fact>) => lived(fact(...parts))[0] as LivedFact;
const VEGAN = one("diet", { is: "vegan" });
const OMNIVORE = one("lunch", { slot: "diet", is: "omnivore" });
const SECRET = one("condition", { is: "migraine", share_with: ["doctor"] });

const piece = (at: string | null, source: Recollection["source"], ...facts: LivedFact[]): Recollection => ({
  ...{ id: `${at}`, source, text: "", at, facts },
});
const held = (recalled: readonly Recollection[], told: readonly LivedFact[] = [], audience = ["self"]) =>
  beliefsOf(SLOTS, recalled, encounter({}, {}, { told, moment: { ...MOMENT, audience } }));
const ids = (...parts: Parameters<typeof held>) => held(...parts).map(({ id }) => id);

describe("what an assistant believes", () => {
  it("is what was recalled and what was told", () => {
    expect(held([piece("2026-01-01", "document", VEGAN)], [SECRET])).toMatchObject([
      { id: "diet", recalled: true },
      { id: "condition", recalled: false },
    ]);
  });

  it("is the later of what does not go together, whatever the order of recall", () => {
    const early = piece("2026-01-01", "document", OMNIVORE);
    const late = piece("2026-02-01", "document", VEGAN);
    expect(ids([early, late])).toEqual(["diet"]);
    expect(ids([late, early])).toEqual(["diet"]);
    expect(ids([piece(null, "attribute", OMNIVORE), early])).toEqual(["lunch"]);
  });

  it("is what was just told, against anything recalled", () => {
    expect(ids([piece("2026-03-01", "document", OMNIVORE)], [VEGAN])).toEqual(["diet"]);
  });

  it("is what says that it replaced another, though both could be true", () => {
    const before = one("budget", { max: "high" });
    const after = { ...one("budget-now", { slot: "budget", max: "low" }), supersedes: "budget" };
    expect(ids([piece("2026-01-01", "session", before), piece("2026-02-01", "session", after)])).toEqual([
      "budget-now",
    ]);
  });

  it("is both of what holds for different readers, as far as they read", () => {
    const plain = one("register", { is: "casual" });
    const office = one("register-office", { slot: "register", is: "formal", when: { audience: "authority" } });
    const pieces = [piece("2026-01-01", "document", plain, office)];
    expect(ids(pieces)).toEqual(["register"]);
    expect(ids(pieces, [], ["authority"])).toEqual(["register-office"]);
  });

  it("includes who may learn a fact only where it came as a fact", () => {
    expect(held([piece(null, "fact", SECRET)])[0]?.share_with).toEqual(["doctor"]);
    expect(held([piece("2026-01-01", "document", SECRET)])[0]?.share_with).toBeNull();
    expect(held([piece(null, "fact", SECRET)], [SECRET])[0]?.share_with).toEqual(["doctor"]);
  });

  it("knows nothing of when a fact began or will end", () => {
    const ended = { ...VEGAN, from: "2020-01-01", to: "2021-01-01" };
    expect(held([piece("2020-06-01", "document", ended)])).toMatchObject([{ from: null, to: null }]);
  });
});
