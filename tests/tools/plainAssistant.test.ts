import { expect, it } from "vitest";
// @ts-expect-error a tool of the benches, without types
import { plainAnswer } from "../../tools/plainAssistant.mjs";

const PROMPT = `You are a concierge.
What there is to offer, kind by kind, as \`id: name, description\`:
restaurant:
mill: the Old Mill, a grill by the weir; fries in lard; costs thirty euros. Dinner is from seven.
fern: Fern and Thyme, a vegetarian kitchen; cooks without meat; costs twelve euros. Dinner is from six.

outing:
boat: the Slow Boat, an outing on the river; goes at noon. It lasts two hours.
`;

const asked = (...talk: string[]): { text: string; choice: string | null } =>
  plainAnswer([
    { role: "system", content: PROMPT },
    ...talk.map((content, index) => ({ role: index % 2 === 0 ? "user" : "assistant", content })),
  ]);

it("offers by name what shares most words with the talk", () => {
  const answer = asked("Somewhere for dinner, vegetarian and without meat please?");
  expect(answer.choice).toBe("fern");
  expect(answer.text).toContain("Fern and Thyme");
});

it("reads notes, and offers another thing after a refusal", () => {
  const noted = "[From before this conversation you know:\n- I love a vegetarian kitchen]\n\nWhich restaurant is it?";
  expect(asked(noted).choice).toBe("fern");
  expect(asked(noted, "I would take Fern and Thyme.", "No, not that one.").choice).toBe("mill");
});

it("answers a question about what it offered from its description", () => {
  const { text, choice } = asked("A dinner?", "I would take the Old Mill.", "From when do they serve dinner?");
  expect(text).toContain("Dinner is from seven");
  expect(choice).toBe("mill");
});

it("knows the kind that is spoken of", () => {
  expect(asked("And an outing on the river, which?").choice).toBe("boat");
});

it("remembers what stands in the talk and in no file", () => {
  const talk = ["I am allergic to walnuts.", "Noted.", "Do you remember what I am allergic to?"];
  expect(asked(...talk).text).toContain("walnuts");
  expect(asked("Do you remember my blood group?").text).toContain("don't know");
});

it("gives the same answer to the same messages", () => {
  expect(asked("A restaurant for four?")).toEqual(asked("A restaurant for four?"));
});
