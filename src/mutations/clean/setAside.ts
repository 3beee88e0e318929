import { framed } from "../framing.js";
import { mutation, wordingsOf } from "../mutation.js";
import { isPrivate, isTask } from "../scene.js";

const KIND = "clean.set-aside";

/** What may be named as beside the point, by slot. */
const TOPICS: Readonly<Record<string, string>> = {
  budget: "your budget",
  diet: "your diet",
  risk: "your attitude to risk",
  mobility: "how you travel",
  schedule: "your timetable",
  company: "who you're with",
  noise: "how quiet it is",
  level: "how much you already know",
  tool: "the tools you use",
  interest: "your hobbies",
};

export const setAside = mutation(
  KIND,
  "says of a side of the person, without its value, that it does not matter here, and gives the plain answer",
  wordingsOf(
    KIND,
    [
      "This one doesn't depend on {topic}. {reply}",
      "No need to bring {topic} into this: {reply}",
      "{reply} That's the same for everyone, whatever one might say about {topic}.",
      "{Topic} plays no part here, so just the plain answer: {reply}",
      "{reply} I left {topic} out of it, as it makes no difference.",
      "Nothing to do with {topic} this time. {reply}",
    ],
    [
      "Here {topic} is neither here nor there. {reply}",
      "{reply} No need to consider {topic} for that one.",
      "That's a general question, so {topic} doesn't come into it. {reply}",
      "{reply} It holds regardless of {topic}.",
      "I'm setting {topic} aside, because the answer is a matter of fact. {reply}",
      "Irrespective of {topic}: {reply}",
    ],
  ),
  (scene, { text }) => {
    const nothingMatters = isTask(scene) && scene.script.slots.length === 0 && isPrivate(scene);
    const slots = scene.known.map(({ slot }) => slot).filter((slot) => TOPICS[slot]);
    if (!nothingMatters || slots.length === 0) return null;
    const topic = TOPICS[scene.draws.pick("topic", slots)] as string;
    const changed = framed(text, { topic }, scene.reply.text);
    return changed === null ? null : { reply: { text: changed } };
  },
);
