import { setTimeout as wait } from "node:timers/promises";
import { chunk, stop, streaming, streamingThen, text, USAGE } from "../models/chunks.js";
import { type Answer, HTML, plainly, type Received, silent } from "../support/server.js";

const failed = (message: string) => JSON.stringify({ error: { message, type: "server_error" } });
const STREAM = { "content-type": "text/event-stream" };
const event = (one: object) => `data: ${JSON.stringify(one)}\n\n`;

/** Short words, which neither repeat themselves nor end the talk. */
export const well: Answer = (response, received) =>
  streaming(text(received.body.tools?.some(isEnd) ? "hm, which one?" : "The first."), stop, USAGE)(response, received);

const isEnd = ({ function: { name } }: { function: { name: string } }) => name === "end_talk";

/** What servers do to a client that asks for a stream. */
export const FAULTS: Readonly<Record<string, Answer>> = {
  "429": plainly(429, failed("slow down")),
  "429 that says when": (response) =>
    void response.writeHead(429, { "content-type": "application/json", "retry-after": "1" }).end(failed("slow down")),
  "500": plainly(500, failed("oops")),
  "503": plainly(503, HTML, "text/html"),
  hang: silent,
  reset: (response) => void response.socket?.resetAndDestroy(),
  "cut stream": streamingThen((response) => response.destroy(), text("The fir")),
  "early close": streamingThen((response) => response.end(), text("The fir")),
  "bad JSON": (response) => void response.writeHead(200, STREAM).end('data: {"id": "c1", "choi\n\n'),
  "empty reply": streaming(text(""), stop, USAGE),
  HTML: plainly(200, HTML, "text/html"),
  "error under 200": plainly(200, failed("overloaded")),
  "endless reply": (response) => void endless(response),
};

/** What looks odd, and yet is an answer. */
export const ODD: Readonly<Record<string, Answer>> = {
  "no usage": streaming(text("The first."), stop),
  "slow words": (response) => void slowly(response),
  "a megabyte": streaming(text("word ".repeat(200_000)), stop, USAGE),
  "invalid UTF-8": (response) => {
    const [before = "", after = ""] = event(text("The @ first.")).split("@");
    response.writeHead(200, STREAM).write(Buffer.concat([Buffer.from(before), Buffer.from([0xff, 0xc3, 0x28])]));
    response.end(`${after}${event(stop)}data: [DONE]\n\n`);
  },
  "a refusal": streaming(text("I'm sorry, but I can't help with that."), stop, USAGE),
  "a filter that cut in": streaming(text("The fir"), chunk({}, "content_filter"), USAGE),
};

async function slowly(response: Parameters<Answer>[0]): Promise<void> {
  response.writeHead(200, STREAM);
  for (const word of ["The ", "very ", "first."]) {
    response.write(event(text(word)));
    await wait(2);
  }
  response.end(`${event(stop)}${event(USAGE)}data: [DONE]\n\n`);
}

async function endless(response: Parameters<Answer>[0]): Promise<void> {
  response.writeHead(200, STREAM);
  while (!response.destroyed) {
    response.write(event(text("on ")));
    await wait(1);
  }
}

/** Answers each request by its number, from 0. */
export function byNumber(choose: (number: number) => Answer): Answer {
  let number = 0;
  return (response, received: Received) => choose(number++)(response, received);
}
