import { expect, it } from "vitest";
import { ProviderError } from "../../src/core/errors.js";
import type { Model } from "../../src/core/model.js";
import { discreet } from "../../src/models/discreet.js";
import { type Scripted, scriptedModel, USED } from "../support/models.js";

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

it("nor in the arguments of a call", async () => {
  const { calls } = await ask({ calls: [{ name: "choose", args: { id: `the ${SECRET}`, list: [SECRET] } }] });
  expect(calls).toEqual([{ name: "choose", args: { id: "the [secret]", list: ["[secret]"] } }]);
});

it("nor in what streams by, however it is cut, and nothing else is lost", async () => {
  const text = `sk-0 is no key, ${SECRET} is, sk-01234`;
  for (let size = 1; size <= text.length; size++) {
    const told: string[] = [];
    const pieces = text.match(new RegExp(`.{1,${size}}`, "gs")) ?? [];
    const inner = {
      ...{ name: "m", settings: {} },
      async complete(_: unknown, { onText }: { onText?: (piece: string) => void }) {
        for (const piece of pieces) onText?.(piece);
        return { text, calls: [], usage: USED };
      },
    };
    const hooks = { signal: NEVER, onText: (piece: string) => void told.push(piece) };
    await discreet(inner as Model, [SECRET]).complete({ messages: [], tools: [] }, hooks);
    expect(told.join("")).toBe("sk-0 is no key, [secret] is, sk-01234");
    expect(told.some((piece) => piece.includes("0123456"))).toBe(false);
  }
});

it("nor in the name of a call, nor in what its arguments are called", async () => {
  const { calls } = await ask({ calls: [{ name: SECRET, args: { [SECRET]: { [`a ${SECRET}`]: [1] } } }] });
  expect(calls).toEqual([{ name: "[secret]", args: { "[secret]": { "a [secret]": [1] } } }]);
});

it("nor most of one where the text of a failure was cut amid it", async () => {
  const error = new ProviderError("refused", `no ${SECRET.slice(0, 9)}`, `${SECRET.slice(0, -1)}`);
  await expect(ask(error)).rejects.toMatchObject({ message: "no [secret]", raw: "[secret]" });
});
