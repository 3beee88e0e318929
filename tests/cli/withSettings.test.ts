import { describe, expect, it } from "vitest";
import { withSettings } from "../../src/cli/withSettings.js";

describe("--set", () => {
  it("changes what it names, and leaves the rest of the suite's settings", () => {
    const before = { user: { temperature: 1, seed: 3 }, judge: { max_tokens: 5 } };
    expect(
      withSettings(before, ["user.temperature=0.2", "assistant.stop=END", "assistant.reasoning_effort=low"]),
    ).toEqual({
      user: { temperature: 0.2, seed: 3 },
      assistant: { stop: ["END"], reasoning_effort: "low" },
      judge: { max_tokens: 5 },
    });
    expect(before.user.temperature).toBe(1);
  });

  it.each([
    ["user", "--set user is no setting"],
    ["usr.temperature=1", "no role 'usr'"],
    ["user.temperatur=1", "no setting 'temperatur'"],
    ["constructor.seed=1", "no role 'constructor'"],
    ["user.temperature=hot", "user.temperature"],
    ["user.max_tokens=0", "user.max_tokens"],
  ])("refuses %s", (change, message) => {
    expect(() => withSettings(undefined, [change])).toThrow(
      expect.objectContaining({ name: "UsageError", message: expect.stringContaining(message) }),
    );
  });
});
