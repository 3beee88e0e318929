import { activeFacts, type LivedFact, lifeOf, momentOf } from "../../core/life.js";
import { sentencesOf } from "../../core/words.js";
import type { SessionRecord } from "../../schema/trial.js";
import { ownWords } from "../ownWords.js";
import { mean, type Scorer } from "../scorer.js";
import type { Subject } from "../subject.js";
import { CLOSENESS } from "./closeness.js";

/**
 * How near the assistant's own words come to how the person is known to like being spoken to: the mean over sittings and
 * over facts that hold, are known and can be measured in speech, each from 0 to 1. A fact for other readers does not hold here; a reply
 * counts from the one on before which the fact was known. What is delivered is measured by `use.adherence`.
 */
export const style: Scorer = {
  id: "voice.style",
  version: 1,
  tier: "deterministic",
  direction: "higher",
  meaning: "nearness of the assistant's own words to how the person is known to like being spoken to",
  cannotSee: "a neutral manner, warmth, humour and depth; single replies, for a sitting is measured as a whole",
  score(subject) {
    const life = lifeOf(subject.cast.persona, subject.cast.scenario);
    const found = subject.trial.sessions.flatMap((session) => closenessIn(subject, session, life));
    const told = found.flatMap(({ value, evidence }) => (value === null ? [] : [{ value, evidence }]));
    return mean(told, found.length, "nothing known of the person's likes is measured in speech");
  },
};

function closenessIn(subject: Subject, session: SessionRecord, life: readonly LivedFact[]) {
  const { scenario, slots } = subject.cast;
  return activeFacts(life, momentOf(scenario, session.at)).flatMap((fact) => {
    const slot = slots[fact.slot];
    const closeness = slot?.measure === undefined ? undefined : CLOSENESS[slot.measure];
    if (!slot || !closeness) return [];
    const replies = session.turns.flatMap((turn) =>
      turn.speaker === "assistant" && subject.knownBefore(turn.index).has(fact.id)
        ? [{ turn: turn.index, text: turn.text, said: ownWords(turn, subject.cast) }]
        : [],
    );
    const spoken = replies.filter(({ said }) => said !== "");
    const [first] = spoken;
    if (!first) return [];
    const value = closeness(
      spoken.map(({ said }) => said),
      slot,
      fact.condition,
    );
    const evidence = { turn: first.turn, quote: sentencesOf(first.text)[0] ?? "", fact: fact.id };
    return [{ value, evidence }];
  });
}
