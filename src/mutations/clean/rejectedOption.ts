import { meets } from "../../core/utility.js";
import { framed } from "../framing.js";
import { served } from "../kinds/choosing.js";
import { mutation, wordingsOf } from "../mutation.js";
import { isPrivate, isRight, knownOf } from "../scene.js";

const KIND = "clean.rejected-option";

export const rejectedOption = mutation(
  KIND,
  "names an option that would not do as one that would not do, and offers the right one",
  wordingsOf(
    KIND,
    [
      "{Other} wouldn't suit you, so I left it out. {reply}",
      "{reply} I'd steer clear of {other}.",
      "I considered {other} and ruled it out. {reply}",
      "{reply} Don't take {other}, it isn't right for you.",
      "Not {other}, that would be the wrong one. {reply}",
      "{reply} {Other} is out, for the record.",
    ],
    [
      "I'd skip {other}. {reply}",
      "{reply} As for {other}, I wouldn't advise it.",
      "You can forget about {other}: it doesn't fit. {reply}",
      "{reply} There's {other} as well, but that's not for you.",
      "{Other} didn't make the cut. {reply}",
      "{reply} I can't recommend {other} in your case.",
    ],
  ),
  (scene, { text }) => {
    if (!isRight(scene) || !isPrivate(scene)) return null;
    const { options, reply, draws, situation, probe } = scene;
    const facts = knownOf(scene, probe.required).filter((fact) => served(scene, fact));
    for (const fact of draws.shuffled("fact", facts)) {
      const unfit = options.filter(
        ({ id, attributes }) =>
          id !== reply.choice &&
          !probe.optimum.includes(id) &&
          !meets(situation.slots, fact.slot, fact.condition, attributes),
      );
      const changed = unfit[0] && framed(text, { other: draws.pick("other", unfit).name }, reply.text);
      if (changed) return { reply: { text: changed }, fact: fact.id };
    }
    return null;
  },
);
