import { describe, expect, it } from "vitest";
import { drawsFor } from "../../src/core/draws.js";
import { filled } from "../../src/core/model.js";
import { novelty } from "../../src/core/novelty.js";
import { castOf, splitSlot } from "../../src/core/world.js";
import { item, person, scenario, slot, world } from "./makers.js";

describe("novelty", () => {
  it("lets no sentence of four words or more come twice, however it is written", () => {
    const said = novelty();
    said.use("That is how it goes. Fine.");
    expect(said.fresh("THAT is how it goes!")).toBe(false);
    expect(said.fresh("Well. That is how it goes")).toBe(false);
    expect(said.fresh("That is how it went.")).toBe(true);
    expect(said.fresh("Fine.")).toBe(true);
  });

  it("chooses among what is new, and nothing where nothing is", () => {
    const said = novelty();
    const lines = ["This is the first line.", "This is the second line."];
    said.use("This is the first line.");
    expect(said.choose(drawsFor("k"), "s", lines)).toBe("This is the second line.");
    said.use("This is the second line.");
    expect(said.choose(drawsFor("k"), "s", lines)).toBeUndefined();
  });
});

describe("prompts", () => {
  it("are filled in every place, and refuse to leave one open", () => {
    expect(filled("{{role}}, {{role}} and {{place}}", { role: "helper", place: "Lisbon" })).toBe(
      "helper, helper and Lisbon",
    );
    expect(() => filled("{{role}}", {})).toThrow("{{role}}");
  });

  it("take values as they are, whatever is in them", () => {
    expect(filled("{{a}}", { a: "$& $1 {{b}}" })).toBe("$& $1 {{b}}");
  });
});

describe("the world", () => {
  it("keeps what scorers look for from players", () => {
    const { spoken, matches } = splitSlot(slot("diet", "enum", ["vegan"]));
    expect(JSON.stringify(spoken)).not.toContain("match");
    expect(matches).toEqual({ vegan: ["match vegan"] });
  });

  it("finds the cast of a pair, or says what is missing", () => {
    const script = scenario();
    const small = world([person()], script, [item("salad")]);
    expect(castOf(small, "ada", "dinner")).toMatchObject({
      persona: { id: "ada" },
      scenario: { id: "dinner" },
      catalog: { id: "menu" },
    });
    expect(() => castOf(small, "bob", "dinner")).toThrow("bob");
    expect(() => castOf(small, "ada", "lunch")).toThrow("lunch");
  });
});
