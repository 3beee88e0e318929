import { describe, expect, it } from "vitest";
import { openingTrial } from "../../src/cli/openingTrial.js";
import type { AssistantName } from "../../src/schema/event.js";

describe("the trial to open with", () => {
  const arm = (technique: string): AssistantName => ({
    ...{ id: technique, technique, model: "offline", materials: "own", memory: "given" },
  });
  const planned = (assistant: string) => ({ id: assistant, persona: "a", scenario: "s", assistant, repeat: 0 });
  const chosen = (...techniques: string[]) => openingTrial(techniques.map(planned), techniques.map(arm));

  it("is the first that gets to know its person", () => {
    expect(chosen("generic", "segment", "history", "oracle")).toBe("history");
    expect(chosen("generic", "mute", "oracle")).toBe("oracle");
    expect(chosen("generic", "http", "oracle")).toBe("http");
    expect(chosen("mute", "generic")).toBe("mute");
    expect(chosen()).toBeNull();
  });
});
