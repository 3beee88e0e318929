// A local server that speaks OpenAI's chat completions, for benches: each reply is a function of the question alone.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const LINES = [
  "Osteria Melro would suit you, the pasta place with the blackbird over the door.",
  "The one by the river has a table on Friday, I hear.",
  "I'd take Three Ferries at Dusk, as it starts at a quarter past seven.",
  "In that case the Tile Trail, a guided walk with a stop halfway.",
  "There is nothing better than that in what I have.",
];

/** Quick, for what the server works counts against those whom it measures. */
const hash = (text) => createHash("sha1").update(text).digest().readUInt32BE();

/** Starts it. `latency`: milliseconds before a reply; `slots`: calls served at once, more are refused; `tokens`: ms a word. */
export async function modelServer({ latency = 0, slots = Number.POSITIVE_INFINITY } = {}) {
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
    response.end(body.stream ? streamed(body) : JSON.stringify(whole(body)));
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

const textFor = ({ messages }) => {
  const number = hash(JSON.stringify(messages));
  return `${LINES[number % LINES.length]} (${number.toString(36)})`;
};

const usageOf = ({ messages }, text) => {
  const [read, written] = [Math.ceil(JSON.stringify(messages).length / 4), Math.ceil(text.length / 4)];
  return { prompt_tokens: read, completion_tokens: written, total_tokens: read + written };
};

/** The tool that has to be called, with the least that its schema takes; null where none has to be. */
function calledFor({ tools = [], tool_choice: choice }) {
  const tool = tools.find(({ function: { name } }) => name === choice?.function?.name);
  if (!tool) return null;
  const call = { name: tool.function.name, arguments: JSON.stringify(leastOf(tool.function.parameters)) };
  return { index: 0, id: "call", type: "function", function: call };
}

function leastOf({ type, enum: allowed, properties = {}, required = [] }) {
  if (allowed) return allowed[0];
  if (type === "object") return Object.fromEntries(required.map((name) => [name, leastOf(properties[name])]));
  return { array: [], number: 0, integer: 0, boolean: false }[type] ?? "";
}

function whole(body) {
  const text = textFor(body);
  const call = calledFor(body);
  const message = { role: "assistant", ...(call ? { content: null, tool_calls: [call] } : { content: text }) };
  const choices = [{ index: 0, message, finish_reason: call ? "tool_calls" : "stop", logprobs: null }];
  return { id: "x", object: "chat.completion", created: 1, model: body.model, choices, usage: usageOf(body, text) };
}

function streamed(body) {
  const text = textFor(body);
  const chunk = (choices, more = {}) =>
    `data: ${JSON.stringify({ id: "x", object: "chat.completion.chunk", created: 1, model: body.model, choices, ...more })}\n\n`;
  const call = calledFor(body);
  const deltas = call ? [{ tool_calls: [call] }] : text.split(/(?<= )/).map((content) => ({ content }));
  const words = deltas.map((delta) => chunk([{ index: 0, delta, finish_reason: null }]));
  const end =
    chunk([{ index: 0, delta: {}, finish_reason: call ? "tool_calls" : "stop" }]) +
    chunk([], { usage: usageOf(body, text) });
  const first = chunk([{ index: 0, delta: { role: "assistant", content: "" }, finish_reason: null }]);
  return `${first}${words.join("")}${end}data: [DONE]\n\n`;
}

// As a program of its own it says where it is: so it takes none of the time of who measures.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [latency, slots] = process.argv.slice(2).map(Number);
  const { url } = await modelServer({ latency, ...(slots ? { slots } : {}) });
  console.log(url);
}
