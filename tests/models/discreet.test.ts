import { expect, it } from "vitest";
import { ProviderError } from "../../src/core/errors.js";
import { discreet } from "../../src/models/discreet.js";
import { type Scripted, scriptedModel } from "../support/models.js";

const SECRET = "sk-0123456789";
const NEVER = new AbortController().signal;
const ask = (answer: Scripted, secret = SECRET) =>
  discreet(scriptedModel(answer), [secret]).complete({ messages: [], tools: [] }, { signal: NEVER });

it("a secret stands in no failure, which stays what it was", async () => {
  const error = new ProviderError("rate-limit", `no ${SECRET}`, `{"key": "${SECRET}"} ${SECRET}`, 7);
  await expect(ask(error)).rejects.toMatchObject({
    ...{ kind: "rate-limit", message: "no [secret]", raw: '{"key": "[secret]"} [secret]', retryAfter: 7 },
  });
});

it("nor in an answer; a word for a local server is none", async () => {
  expect((await ask(`it is ${SECRET}`)).text).toBe("it is [secret]");
  expect((await ask("any key will do", "any")).text).toBe("any key will do");
});

it("whatever else is thrown passes", async () => {
  const bug = new TypeError("a bug");
  await expect(ask(bug)).rejects.toBe(bug);
});
