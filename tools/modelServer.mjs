// A local server that speaks OpenAI's chat completions, for benches: each reply is a function of the question alone.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { plainAnswer } from "./plainAssistant.mjs";

const LINES = [
  "Osteria Melro would suit you, the pasta place with the blackbird over the door.",
  "The one by the river has a table on Friday, I hear.",
  "I'd take Three Ferries at Dusk, as it starts at a quarter past seven.",
  "In that case the Tile Trail, a guided walk with a stop halfway.",
  "There is nothing better than that in what I have.",
];

/** Quick, for what the server works counts against those whom it measures. */
const hash = (text) => createHash("sha1").update(text).digest().readUInt32BE();

/**
 * Starts it. `latency`: milliseconds before a reply; `slots`: calls served at once, more are refused; `sense`: it answers
 * what is asked, else any line, which costs least.
 */
export async function modelServer({ latency = 0, slots = Number.POSITIVE_INFINITY, sense = false } = {}) {
  const stats = { seen: 0, refused: 0, active: 0, served: 0 };
  const server = createServer(async (request, response) => {
    let raw = "";
    for await (const piece of request) raw += piece;
    if (request.url === "/stats") return response.end(JSON.stringify(stats));
    stats.seen += 1;
    stats.active += 1;
    response.on("close", () => {
      stats.active -= 1;
    });
    if (stats.active > slots) {
      stats.refused += 1;
      response.writeHead(429, { "content-type": "application/json", "retry-after": "1" });
      return response.end(JSON.stringify({ error: { message: "Rate limit reached", type: "rate_limit_error" } }));
    }
    const body = JSON.parse(raw);
    await sleep(latency);
    stats.served += 1;
    response.writeHead(200, { "content-type": body.stream ? "text/event-stream" : "application/json" });
    const answer = answerTo(body, sense);
    response.end(body.stream ? streamed(body, answer) : JSON.stringify(whole(body, answer)));
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${server.address().port}/v1`,
    seen: () => stats.seen,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What it says, and what it calls: the tool that has to be called, or that which says what an answer stands for. */
function answerTo(body, sense) {
  const required = requiredBy(body);
  if (required) return { text: "", calls: [callOf(required.name, leastOf(required.parameters))] };
  if (!sense) return { text: anyLine(body), calls: [] };
  const { text, choice } = plainAnswer(body.messages);
  const chooses = choice !== null && (body.tools ?? []).some(({ function: { name } }) => name === "choose");
  return { text, calls: chooses ? [callOf("choose", { id: choice })] : [] };
}

const requiredBy = ({ tools = [], tool_choice: choice }) =>
  tools.find(({ function: { name } }) => name === choice?.function?.name)?.function;

const callOf = (name, args) => ({
  ...{ index: 0, id: "call", type: "function" },
  function: { name, arguments: JSON.stringify(args) },
});

function anyLine({ messages }) {
  const number = hash(JSON.stringify(messages));
  return `${LINES[number % LINES.length]} (${number.toString(36)})`;
}

/** Four characters a token, of all that is read, tools too, and of all that is written. */
const usageOf = ({ messages, tools = [] }, { text, calls }) => {
  const length = (what) => (what.length === 0 ? 0 : JSON.stringify(what).length);
  const [read, written] = [length(messages) + length(tools), text.length + length(calls)].map((characters) =>
    Math.ceil(characters / 4),
  );
  return { prompt_tokens: read, completion_tokens: written, total_tokens: read + written };
};

function leastOf({ type, enum: allowed, properties = {}, required = [] }) {
  if (allowed) return allowed[0];
  if (type === "object") return Object.fromEntries(required.map((name) => [name, leastOf(properties[name])]));
  return { array: [], number: 0, integer: 0, boolean: false }[type] ?? "";
}

const endOf = ({ calls }) => (calls.length > 0 ? "tool_calls" : "stop");

function whole(body, answer) {
  const { text, calls } = answer;
  const message = { role: "assistant", content: text || null, ...(calls.length > 0 ? { tool_calls: calls } : {}) };
  const choices = [{ index: 0, message, finish_reason: endOf(answer), logprobs: null }];
  return { id: "x", object: "chat.completion", created: 1, model: body.model, choices, usage: usageOf(body, answer) };
}

function streamed(body, answer) {
  const { text, calls } = answer;
  const chunk = (choices, more = {}) =>
    `data: ${JSON.stringify({ id: "x", object: "chat.completion.chunk", created: 1, model: body.model, choices, ...more })}\n\n`;
  const words = text === "" ? [] : text.split(/(?<= )/).map((content) => ({ content }));
  const deltas = [...words, ...calls.map((call) => ({ tool_calls: [call] }))];
  const said = deltas.map((delta) => chunk([{ index: 0, delta, finish_reason: null }]));
  const end =
    chunk([{ index: 0, delta: {}, finish_reason: endOf(answer) }]) + chunk([], { usage: usageOf(body, answer) });
  const first = chunk([{ index: 0, delta: { role: "assistant", content: "" }, finish_reason: null }]);
  return `${first}${said.join("")}${end}data: [DONE]\n\n`;
}

// As a program of its own it says where it is: so it takes none of the time of who measures.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [latency, slots, sense] = process.argv.slice(2);
  const places = Number(slots) || Number.POSITIVE_INFINITY;
  const { url } = await modelServer({ latency: Number(latency), slots: places, sense: sense === "sense" });
  console.log(url);
}
