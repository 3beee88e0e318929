import { framed } from "../framing.js";
import { mutation, wordingsOf } from "../mutation.js";
import { QUESTIONS } from "../phrases/questions.js";
import { isTask } from "../scene.js";

const KIND = "re-ask";

export const reAsk = mutation(
  KIND,
  "asks about something that is known already",
  wordingsOf(
    KIND,
    [
      "{reply} {Question}",
      "{reply} One question, though: {question}",
      "Before I answer, {question} In the meantime: {reply}",
      "{reply} To tailor this better, {question}",
      "Happy to help! First, {question} For now: {reply}",
      "{reply} If I may ask, {question}",
      "{reply} Just to be sure: {question}",
    ],
    [
      "{reply} Could you tell me one more thing: {question}",
      "{Question} Knowing that would help me. Until then: {reply}",
      "{reply} It would help me to know: {question}",
      "{reply} Out of interest, {question}",
      "A quick check first: {question} {reply}",
      "{reply} So that I can narrow it down further, {question}",
      "{reply} And let me ask: {question}",
    ],
  ),
  (scene, { text, held }) => {
    if (!isTask(scene)) return null;
    const { known, probe, reply, draws } = scene;
    const facts = known.filter(
      ({ slot }) => probe.slots.includes(slot) && QUESTIONS[slot] && !reply.asked.includes(slot),
    );
    if (facts.length === 0) return null;
    const { id, slot } = draws.pick("fact", facts);
    const question = QUESTIONS[slot]?.[held ? 1 : 0];
    const asking = question && framed(text, { question }, reply.text);
    return asking ? { reply: { text: asking, asked: [...reply.asked, slot] }, fact: id } : null;
  },
);
