import { framed } from "../framing.js";
import { served } from "../kinds/choosing.js";
import { mutation, wordingsOf } from "../mutation.js";
import { phraseOf } from "../phrases/phrasebook.js";
import { isPrivate, isRight, staleFacts } from "../scene.js";

const KIND = "clean.corrected-value";

export const correctedValue = mutation(
  KIND,
  "names the superseded value as superseded and goes by the new one",
  wordingsOf(
    KIND,
    [
      "Sorry, I still had it down that {old}. These days {now}, so: {reply}",
      "It used to be that {old}. Now {now}. {reply}",
      "{reply} I no longer go by the old note that {old}: nowadays {now}.",
      "Things have changed: once I'd have said {old}, but now {now}. {reply}",
      "I've updated my notes from “{old}” to “{now}”. {reply}",
      "{reply} That takes the change into account: not “{old}” any more, but “{now}”.",
    ],
    [
      "My mistake earlier, I was still thinking that {old}. By now {now}. {reply}",
      "Before, I had it that {old}; you've since told me otherwise, and {now}. {reply}",
      "{reply} It's no longer true that {old}. At present {now}.",
      "I've crossed out that {old}. Instead, {now}. {reply}",
      "{reply} Formerly I'd have assumed that {old}, but as of now {now}.",
      "Apologies for going by the old information that {old}. Since {now}, here's a better answer. {reply}",
    ],
  ),
  (scene, { text, held }) => {
    if (!isRight(scene) || !isPrivate(scene)) return null;
    const { draws, probe, reply } = scene;
    const pairs = staleFacts(scene).filter((pair) => probe.required.includes(pair.now.id) && served(scene, pair.now));
    for (const pair of draws.shuffled("pair", pairs)) {
      const [old, now] = [pair.old, pair.now].map(({ slot, condition }) => phraseOf(slot, condition, { held, draws }));
      const changed = old && now && framed(text, { old, now }, reply.text);
      if (changed) return { reply: { text: changed }, fact: pair.now.id };
    }
    return null;
  },
);
