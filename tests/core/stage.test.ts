import { describe, expect, it } from "vitest";
import type { Company } from "../../src/core/trial.js";
import { assistantNameOf, assistantSpec } from "../../src/schema/suite.js";
import { fact, person, world } from "./makers.js";
import { DISHES, eventsOf, SCRIPT } from "./oneTrial.js";
import { fakeAssistant, fakeCompany } from "./players.js";

describe("what an assistant is given", () => {
  const stageOf = async (materials: string, known = { attributes: true }, own: { recall_tokens?: number } = {}) => {
    const spec = assistantSpec.parse({ technique: "generic", materials, ...own });
    const others = ["bob", "cat"].map((id) =>
      person([fact("diet", { is: "omnivore" })], {
        id,
        segment: id === "bob" ? "planner" : "explorer",
        demographics: { country: id },
      }),
    );
    const ada = person([fact("diet", { is: "vegan" })], { demographics: { country: "ada" } });
    let stage: Parameters<Company["makeAssistant"]>[1] | null = null;
    const company = fakeCompany({
      makeAssistant: (_, given) => {
        stage = given;
        return fakeAssistant();
      },
    });
    await eventsOf({ company, known, arm: assistantNameOf(spec), world: world([ada, ...others], SCRIPT, DISHES) });
    return stage as unknown as Parameters<Company["makeAssistant"]>[1];
  };

  it.each([
    ["own", "ada", "diet"],
    ["same-segment", "bob", "bob/diet"],
    ["other-segment", "cat", "cat/diet"],
  ])("%s materials", async (materials, owner, reference) => {
    const { materials: given, evidenceFacts } = await stageOf(materials);
    expect(given.of).toBe(owner);
    expect(given.attributes).toEqual({ "demographics.country": owner });
    expect(evidenceFacts.get("diet")?.id).toBe(reference);
  });

  it("the peers of the segment, the person left out", async () => {
    expect((await stageOf("own")).peers.map(({ id }) => id)).toEqual(["bob"]);
  });

  it("the arm's own budget of recall, or else the suite's", async () => {
    expect((await stageOf("own")).recallTokens).toBe(400);
    expect((await stageOf("own", undefined, { recall_tokens: 0 })).recallTokens).toBe(0);
  });

  it("nothing the suite does not give", async () => {
    expect((await stageOf("own", { attributes: false })).materials.attributes).toEqual({});
  });
});
