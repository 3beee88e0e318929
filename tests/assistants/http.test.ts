import { describe, expect, it } from "vitest";
import { externalAssistant } from "../../src/assistants/external/assistant.js";
import { httpTransport } from "../../src/assistants/http/transport.js";
import { AssistantError, ProviderError } from "../../src/core/errors.js";
import { noUsage } from "../../src/core/usage.js";
import { assistantTurn, userTurn } from "../core/events.js";
import { type Answer, HTML, nowhere, plainly, serving, silent } from "../support/server.js";
import { ALL, encounter, past, stage } from "./stage.js";

const NEVER = new AbortController().signal;
const saying = (text: string, choice?: string | null): Answer => plainly(200, JSON.stringify({ text, choice }));
const hooks = (signal = NEVER) => ({ stream: () => {}, signal });
const at = (url: string, memory: "own" | "given" = "own", timeout?: number) =>
  externalAssistant({ model: url, send: httpTransport(url, timeout) }, memory, stage({ known: ALL }));

/** How an answer of the service is classed. */
async function failure(answer: Answer, timeout?: number): Promise<{ fault: string; kind: string; raw: string | null }> {
  const { url } = await serving(answer);
  return failureOf(at(url, "own", timeout).reply(encounter(), hooks()));
}

async function failureOf(reply: Promise<unknown>) {
  const error = await reply.then(
    () => new Error("it answered"),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProviderError)) throw error;
  return { fault: error instanceof AssistantError ? "assistant" : "infrastructure", kind: error.kind, raw: error.raw };
}

describe("what a service is sent", () => {
  it("is who, when, the talk, what is on offer, and what the person left behind without what ties it to facts", async () => {
    const { url, received } = await serving(saying("Hello."));
    const turns = [
      userTurn(0, { text: "evening" }),
      assistantTurn(1, { text: "Good evening." }),
      userTurn(2, { text: "a table" }),
    ];
    await at(url).reply(encounter({}, {}, { turns }), hooks());
    expect(received[0]?.body).toEqual({
      ...{ user_id: "t", session_id: "s2", now: "2026-06-12T18:00" },
      messages: [
        { role: "user", content: "evening" },
        { role: "assistant", content: "Good evening." },
        { role: "user", content: "a table" },
      ],
      options: [
        {
          id: "green",
          name: "the Green Bowl",
          pitch: "a bowl of leaves",
          points: ["has nothing of animals in it", "costs four euros"],
          details: ["It comes to four euros sixty."],
        },
        expect.objectContaining({ id: "truffle" }),
        expect.objectContaining({ id: "grill" }),
      ],
      materials: {
        attributes: {},
        documents: [
          { id: "d1", kind: "note", date: "2026-01-01", text: "A week of beans and lentils." },
          { id: "d2", kind: "note", date: "2026-02-01", text: "Counted the coins in the tin twice." },
        ],
        interactions: [{ item: "green", action: "rated", rating: 5, at: "2026-03-02" }],
        pairs: [{ prompt: "How do you do?", chosen: "Very well, thank you.", rejected: "yo", at: "2026-04-01" }],
        sessions: [],
      },
    });
    expect(JSON.stringify(received[0]?.body)).not.toContain("evidence");
  });

  it("has the materials once where the service keeps them itself", async () => {
    const { url, received } = await serving(saying("Hello."));
    const assistant = at(url, "own");
    for (let turn = 0; turn < 3; turn++) await assistant.reply(encounter(), hooks());
    expect(received.map(({ body }) => "materials" in body)).toEqual([true, false, false]);
  });

  it("has the materials every time, past sessions among them, where the service keeps nothing", async () => {
    const { url, received } = await serving(saying("Hello."));
    const assistant = at(url, "given");
    await assistant.reply(encounter(), hooks());
    await assistant.endSession(past("s1", "2026-05-01T10:00", ["I eat leaves"]));
    await assistant.reply(encounter(), hooks());
    const [first, , second] = received;
    expect(first?.body.materials.sessions).toEqual([]);
    expect(second?.body.materials.sessions).toEqual([
      { id: "s1", at: "2026-05-01T10:00", messages: [{ role: "user", content: "I eat leaves" }] },
    ]);
    expect(second?.body.materials.documents).toHaveLength(2);
  });

  it("says when a session ends, and when the trial does", async () => {
    const { url, received } = await serving(saying("Hello."));
    const assistant = at(url);
    await assistant.endSession(past("s1", "2026-05-01T10:00", ["I eat leaves"]));
    await assistant.endTrial?.();
    expect(received.map(({ body }) => body)).toEqual([
      { user_id: "t", session_id: "s1", end_session: true },
      { user_id: "t", reset: true },
    ]);
  });
});

describe("what a service answers", () => {
  const replyTo = async (answer: Answer) => at((await serving(answer)).url).reply(encounter(), hooks());

  it("is its text, with the choice it states", async () => {
    expect(await replyTo(saying("What do you eat and what not?", "grill"))).toEqual({
      ...{ text: "What do you eat and what not?", choice: "grill", choice_by: "structure", asked: ["diet"] },
      ...{ recalled: [], used: [], usage: noUsage() },
    });
  });

  it.each<[string, string, string | null | undefined, string | null, string]>([
    [
      "the item it names first, where it states none",
      "The Mixed Grill, or the Green Bowl.",
      undefined,
      "grill",
      "text",
    ],
    ["the item it names, where what it states is unknown", "The Green Bowl.", "nonsense", "green", "text"],
    ["the item it names without its article", "Our Green Bowl is cheap.", null, "green", "text"],
    ["not an item that it sets aside", "Rather than the Mixed Grill, the Green Bowl.", null, "green", "text"],
    ["nothing, where it names none", "I will have a look.", null, null, "none"],
  ])("stands for %s", async (_, text, choice, item, by) => {
    expect(await replyTo(saying(text, choice))).toMatchObject({ choice: item, choice_by: by });
  });

  it("may come in pieces", async () => {
    const slow: Answer = (response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write('{"text": "Hel');
      setImmediate(() => response.end('lo."}'));
    };
    expect((await replyTo(slow)).text).toBe("Hello.");
  });
});

describe("what goes wrong", () => {
  it.each<[string, Answer, string, string | null]>([
    ["a refusal of the key", plainly(401, '{"error": "no"}'), "auth", '{"error": "no"}'],
    ["a forbidden one", plainly(403, "no"), "auth", "no"],
    ["too many requests", plainly(429, "slow down"), "rate-limit", "slow down"],
    ["a bad request", plainly(400, "what?"), "refused", "what?"],
    ["no such address", plainly(404, "what?"), "refused", "what?"],
    ["a fault of the server", plainly(500, "oops"), "server", "oops"],
    ["a gateway's page", plainly(502, HTML, "text/html"), "server", HTML],
    ["a page where JSON was due", plainly(200, HTML, "text/html"), "invalid-output", HTML],
    ["another JSON", plainly(200, '{"answer": "Hello."}'), "invalid-output", '{"answer": "Hello."}'],
    ["a list", plainly(200, "[]"), "invalid-output", "[]"],
    ["half of a JSON", plainly(200, '{"text": "Hel'), "invalid-output", '{"text": "Hel'],
    ["nothing", plainly(200, ""), "invalid-output", ""],
    ["an empty text", saying(""), "empty", '{"text":""}'],
    ["a text of blanks", saying(" \n"), "empty", '{"text":" \\n"}'],
    ["a text nobody can see", saying("\u200b \u2060"), "empty", '{"text":"\u200b \u2060"}'],
    ["a redirect", (response) => void response.writeHead(302, { location: "/" }).end("moved"), "refused", "moved"],
  ])("with the service: %s", async (_, answer, kind, raw) => {
    expect(await failure(answer)).toEqual({ fault: "assistant", kind, raw });
  });

  it.each([200, 500])("with the service: an answer without end, status %i, is not read to its end", async (status) => {
    const cut = Promise.withResolvers<void>();
    const endless: Answer = (response) => {
      response.writeHead(status).on("close", cut.resolve);
      const pour = () => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
      };
      response.on("drain", pour);
      pour();
    };
    expect(await failure(endless)).toMatchObject({ fault: "assistant", kind: "invalid-output" });
    await cut.promise;
  });

  it("with the service: a redirect, which is told not to be followed", async () => {
    const { url } = await serving((response) => void response.writeHead(307, { location: "/other" }).end());
    await expect(at(url).reply(encounter(), hooks())).rejects.toThrow(
      "the assistant answered 307: redirects are not followed, so give the address it leads to",
    );
  });

  it.each<[string, Answer, string]>([
    ["it never answers", silent, "timeout"],
    ["it begins and never ends", (response) => void response.writeHead(200).write('{"text'), "timeout"],
    [
      "it breaks off",
      (response) => void response.writeHead(200, { "content-length": "99" }).write("{", () => response.destroy()),
      "cut-stream",
    ],
    ["it hangs up at once", (response) => void response.destroy(), "network"],
  ])("between us: %s", async (_, answer, kind) => {
    const timeout = kind === "timeout" ? 50 : undefined;
    expect(await failure(answer, timeout)).toEqual({ fault: "infrastructure", kind, raw: null });
  });

  it("between us: nobody is there", async () => {
    const address = await nowhere();
    expect(await failureOf(at(address).reply(encounter(), hooks()))).toMatchObject({
      fault: "infrastructure",
      kind: "network",
    });
    await expect(at(address).reply(encounter(), hooks())).rejects.toThrow(
      `${address} cannot be reached (ECONNREFUSED)`,
    );
  });

  it("at the end of a session is as at a turn", async () => {
    const { url } = await serving(plainly(500, "oops"));
    expect(await failureOf(at(url).endSession(past("s1", "2026-05-01T10:00")))).toMatchObject({
      fault: "assistant",
      kind: "server",
    });
  });
});

describe("an abort", () => {
  it("ends the call with its reason", async () => {
    const abort = new AbortController();
    const reason = new Error("stopped by hand");
    const { url } = await serving(() => abort.abort(reason));
    await expect(at(url).reply(encounter(), hooks(abort.signal))).rejects.toBe(reason);
  });

  it("before the call sends nothing", async () => {
    const { url, received } = await serving(saying("Hello."));
    const reason = new Error("stopped by hand");
    await expect(at(url).reply(encounter(), hooks(AbortSignal.abort(reason)))).rejects.toBe(reason);
    expect(received).toEqual([]);
  });
});

describe("two trials at one address", () => {
  it("are told apart by who is served", async () => {
    const { url, received } = await serving(saying("Hello."));
    const reached = { model: url, send: httpTransport(url) };
    const other = externalAssistant(reached, "own", { ...stage(), trial: "u" });
    await Promise.all([at(url).reply(encounter(), hooks()), other.reply(encounter(), hooks())]);
    expect(received.map(({ body }) => body.user_id).sort()).toEqual(["t", "u"]);
  });
});
