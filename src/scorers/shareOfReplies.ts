import type { AssistantTurn } from "../schema/event.js";
import { type OwnSentence, ownSentences } from "./ownWords.js";
import { type Finding, share } from "./scorer.js";
import type { Subject } from "./subject.js";

/** Of the replies that say something beside a delivered text, the share in which something is found, with the sentence that it is found in. */
export function shareOfReplies(
  subject: Subject,
  find: (said: readonly OwnSentence[], reply: AssistantTurn) => OwnSentence | undefined,
): Finding {
  const chances = subject.replies.flatMap((reply) => {
    const said = ownSentences(reply, subject.cast);
    if (said.length === 0) return [];
    const quote = find(said, reply)?.text;
    return [{ hit: quote !== undefined, evidence: { turn: reply.index, quote: quote ?? "" } }];
  });
  return share(chances, "the assistant said nothing to the person");
}
