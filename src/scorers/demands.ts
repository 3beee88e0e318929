import { artifactOf } from "../core/artifact.js";
import { hasPhrase } from "../core/phrases.js";
import type { Chance } from "./scorer.js";
import { type AskedProbe, isForOthers } from "./subject.js";

/** The demands of a probe as chances. A demand is met by any of its phrases, word by word; for others only in what they read. */
export function demandsMet({ script, reply, record }: AskedProbe): Chance[] {
  const text = isForOthers(record) ? (artifactOf(reply.text) ?? reply.text) : reply.text;
  return script.must.map(({ id, match }) => ({
    hit: hasPhrase(text, match),
    evidence: { turn: reply.index, quote: id, probe: record.id },
  }));
}
