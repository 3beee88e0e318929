import { describe, expect, it } from "vitest";
import { signatureOf, traitsIn } from "../../src/core/signature.js";
import { person } from "./makers.js";

const { assert } = person([], {
  assert: {
    signature: [{ min_words: 2, max_words: 4 }, { starts_lower: true }, { no_final_stop: true }],
    never: ["kind regards"],
  },
});
const broken = (text: string) => traitsIn(text, signatureOf({ assert })).broken;

describe("the signature of a person's writing", () => {
  it("holds of what is written so", () => {
    expect(traitsIn("quiet, please", signatureOf({ assert }))).toEqual({
      kept: ["max_words 4", "min_words 2", "starts_lower true", "no_final_stop true", "never kind regards"],
      broken: [],
    });
  });

  it.each([
    ["ok", ["min_words 2"]],
    ["one two three four five", ["max_words 4"]],
    ["Quiet, please", ["starts_lower true"]],
    ["“Quiet”, please", ["starts_lower true"]],
    ["quiet, please.", ["no_final_stop true"]],
    ["quiet? Kind regards", ["never kind regards"]],
    ["Yes.", ["min_words 2", "starts_lower true", "no_final_stop true"]],
  ])("is broken by “%s”", (text, traits) => {
    expect(broken(text)).toEqual(traits);
  });

  it("may ask for the contrary, and for nothing", () => {
    const signature = signatureOf(person([], { assert: { signature: [{ starts_lower: false }] } }));
    expect(traitsIn("Quiet", signature).broken).toEqual([]);
    expect(traitsIn("quiet", signature).broken).toEqual(["starts_lower false"]);
    expect(signatureOf(person())).toEqual([]);
  });
});
