import { artifactOf } from "../../core/artifact.js";
import { characterProfile, profileSimilarity } from "../../core/measures/characterProfile.js";
import { remembered } from "../../core/remembered.js";
import { meanOf } from "../../core/statistics/mean.js";
import { wordsOf } from "../../core/words.js";
import { mean, type Scorer } from "../scorer.js";
import { forOthers } from "../subject.js";

/** Words of one's own that show a hand at all. A convention: studies of authorship want thousands (Eder 2015, DSH 30(2), 167–182). */
const FEWEST_WORDS = 100;

/**
 * How much more a text written for others in the person's name is like the person's own held-out texts than like those
 * of other people: the cosine of its character profile with that of the former, less the mean of its cosines with those of the other
 * people. In [-1, 1], above 0 where it is nearer to the person than to people at large.
 * Source: the profile-based approach of Stamatatos (2009), JASIST 60(3), 538–556, section 3.1.
 */
export const likeness: Scorer = {
  id: "voice.likeness",
  version: 1,
  tier: "deterministic",
  direction: "higher",
  meaning: "likeness of texts in the person's name to their own held-out writing, beyond that to other people's",
  cannotSee: "whether likeness is of hand or of topic",
  score(subject) {
    const { heldOut, cast } = subject;
    const own = handOf(heldOut.get(cast.persona.id) ?? NOTHING);
    const others = [...heldOut].flatMap(([id, texts]) => (id === cast.persona.id ? [] : (handOf(texts) ?? [])));
    if (own === null) return mean([], 0, `the person has no ${FEWEST_WORDS} words of held-out texts`);
    if (others.length === 0) return mean([], 0, `nobody else has ${FEWEST_WORDS} words of held-out texts`);
    const delivered = forOthers(subject).flatMap(({ reply, record }) => {
      const text = artifactOf(reply.text);
      return text === null ? [] : [{ text, turn: reply.index, probe: record.id }];
    });
    const told = delivered.flatMap(({ text, turn, probe }) => {
      const profile = characterProfile(text);
      const near = profileSimilarity(profile, own);
      const nearOthers = meanOf(others.flatMap((hand) => profileSimilarity(profile, hand) ?? []));
      if (near === null || nearOthers === null) return [];
      return [{ value: near - nearOthers, evidence: { turn, quote: text.split("\n", 1)[0] ?? "", probe } }];
    });
    return mean(told, delivered.length, "no text was delivered in the person's name");
  },
};

const NOTHING: readonly string[] = [];

/** The profile of what a person wrote; null of too little. */
const handOf = remembered((texts: readonly string[]) => {
  const whole = texts.join("\n");
  return wordsOf(whole).length < FEWEST_WORDS ? null : characterProfile(whole);
});
