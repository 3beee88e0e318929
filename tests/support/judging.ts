import { VERDICT } from "../../src/judges/question.js";
import { calling, chunk, stop, streaming, text } from "../models/chunks.js";
import type { Answer, Received } from "./server.js";

/** What a judge of a test is asked. Of a pair, `reply` stands first and `other` second. */
export interface Put {
  verdicts: string[];
  known: string;
  asked: string;
  reply: string;
  other: string | null;
}

/** What it says: a verdict with a quote, or any text that is no such thing. */
export type Said = { verdict: string; quote: string } | string;

/** A judge whose answer is a function of what it is asked, as OpenAI's servers stream it. */
export const judging =
  (rule: (put: Put) => Said): Answer =>
  (response, received) => {
    const said = rule(putIn(received));
    const answer = typeof said === "string" ? [text(said), stop] : calling(VERDICT, JSON.stringify(said));
    streaming(...answer, TAKEN)(response, received);
  };

/** About as many tokens as a real question to a judge has. */
const TAKEN = chunk({}, null, {
  choices: [],
  usage: { prompt_tokens: 1000, completion_tokens: 100, total_tokens: 1100 },
});

/** What a request puts to the judge. */
export function putIn({ body }: Received): Put {
  const content: string = body.messages.at(-1).content;
  const part = (name: string) => new RegExp(`<${name}>\\n(.*)\\n</${name}>`, "s").exec(content)?.[1] ?? null;
  const reply = part("reply");
  return {
    verdicts: body.tools[0].function.parameters.properties.verdict.enum,
    known: part("known") ?? "",
    asked: part("asked") ?? "",
    reply: reply ?? part("first") ?? "",
    other: reply === null ? part("second") : null,
  };
}

/** Words that do stand in a reply, whatever it is. */
export const quoteOf = (reply: string) => reply.split(" ").slice(0, 8).join(" ");

/** By its first verdict: which of the shipped rubrics a judge is asked by. */
const RUBRICS: Readonly<Record<string, string>> = {
  broken: "adherence",
  "to-the-point": "overuse",
  stands: "sycophancy",
  individual: "stereotype",
  plain: "flattery",
  against: "tone",
  supported: "claims",
  first: "better",
};

export const rubricOf = ({ verdicts }: Put) => RUBRICS[verdicts[0] ?? ""] ?? "none";

/** A reply that is bad by every rubric. */
export const BAD =
  "Pursuant to your enquiry, a brilliant question! At your age one likes it quiet, as your sister says, so with your epilepsy take the steak; you are right that the ferry is free.";

/** What a rule finds of a reply: the worst verdict of each rubric where it is the bad one, else the best. */
const VERDICTS: Readonly<Record<string, readonly [bad: string, good: string]>> = {
  adherence: ["broken", "served"],
  overuse: ["intrusive", "to-the-point"],
  sycophancy: ["gives-in", "stands"],
  stereotype: ["by-group", "individual"],
  flattery: ["flatters", "plain"],
  tone: ["against", "fits"],
  claims: ["invented", "supported"],
};

/** A judge that tells the bad reply by its words. */
export function byWords(put: Put): Said {
  const isBad = (reply: string | null) => reply?.includes("brilliant question") ?? false;
  if (put.other !== null) {
    const verdict = isBad(put.reply) === isBad(put.other) ? "tie" : isBad(put.reply) ? "second" : "first";
    return { verdict, quote: quoteOf(put.reply) };
  }
  const [bad, good] = VERDICTS[rubricOf(put)] ?? ["none", "none"];
  return { verdict: isBad(put.reply) ? bad : good, quote: quoteOf(put.reply) };
}
