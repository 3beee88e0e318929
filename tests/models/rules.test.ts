import { describe, expect, it } from "vitest";
import type { Message } from "../../src/core/model.js";
import { BEGINNING, CONTINUATION, ruled } from "../../src/models/rules.js";

/** `s`, `u` and `a` for the roles, and what is said. */
const talk = (...turns: string[]): Message[] =>
  turns.map((turn) => ({
    role: { s: "system" as const, u: "user" as const, a: "assistant" as const }[turn[0] as "s"],
    content: turn.slice(1),
  }));

describe("a talk for OpenAI and Ollama", () => {
  it("stays as it is", () => {
    const odd = talk("aHi", "aHi again", "sBe kind", "u");
    expect(ruled("free", odd)).toEqual(odd);
  });
});

describe("a talk for Anthropic, Google and GGUF files", () => {
  it.each<[string, Message[], Message[]]>([
    [
      "stays as it is where it is right",
      talk("sBe kind", "uHi", "aHi", "uTea"),
      talk("sBe kind", "uHi", "aHi", "uTea"),
    ],
    ["begins with the user", talk("sBe kind", "aHi", "uTea"), talk("sBe kind", `u${BEGINNING}`, "aHi", "uTea")],
    [
      "has adjacent turns of one role merged",
      talk("uHi", "uTea", "aYes", "aHere", "uOh"),
      talk("uHi\n\nTea", "aYes\n\nHere", "uOh"),
    ],
    ["has one system message, in front", talk("sBe kind", "uHi", "sBe brief"), talk("sBe kind\n\nBe brief", "uHi")],
    ["leaves out what is empty, and merges what is then adjacent", talk("uHi", "a ", "uTea"), talk("uHi\n\nTea")],
    ["ends with the user", talk("uHi", "aHi"), talk("uHi", "aHi", `u${CONTINUATION}`)],
    ["has a user even where nobody spoke", talk("sBe kind"), talk("sBe kind", `u${BEGINNING}`)],
    ["has a user even where there is nothing", [], talk(`u${BEGINNING}`)],
  ])("%s", (_, given, wanted) => {
    expect(ruled("alternating", given)).toEqual(wanted);
  });

  it("leaves the messages that it was given as they were", () => {
    const given = talk("uHi", "uTea");
    ruled("alternating", given);
    expect(given).toEqual(talk("uHi", "uTea"));
  });
});
