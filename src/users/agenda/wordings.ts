import type { Band } from "./style.js";

/** Moves that have wordings of their own; what a person says about facts stands in the persona's file. */
export type Move =
  | "correct"
  | "remind"
  | "accept"
  | "accept-glad"
  | "alternative"
  | "question"
  | "no-preference"
  | "press-on"
  | "relax"
  | "affirm"
  | "negate"
  | "repeat"
  | "thank"
  | "bye"
  | "give-up"
  | "waiting";

/** `{item}` is the name of the item in question. Several short cores and the passes of style.ts make the variety. */
export const WORDINGS: Record<Move, Record<Band, readonly string[]>> = {
  correct: {
    casual: [
      "not that one",
      "nah",
      "hm, no",
      "that won't work",
      "no good for me",
      "wrong one, sorry",
      "ah no",
      "not {item}",
    ],
    neutral: [
      "that doesn't suit me",
      "I'm afraid not",
      "not quite",
      "that one's out for me",
      "sorry, no",
      "{item} won't do",
    ],
    formal: [
      "I am afraid that would not do",
      "that is not for me, I fear",
      "I must decline that one",
      "I regret that does not suit",
      "perhaps not {item}",
      "that would not be right for me",
    ],
  },
  remind: {
    casual: ["I did say", "we've been through this", "like I said", "told you already", "again", "still the same here"],
    neutral: [
      "as I said before",
      "I mentioned this earlier",
      "this came up already",
      "I thought we had covered it",
      "once more then",
      "that hasn't changed",
    ],
    formal: [
      "as I believe I mentioned",
      "I did say so earlier",
      "if you recall",
      "allow me to repeat myself",
      "we spoke of this before",
      "it remains as I told you",
    ],
  },
  accept: {
    casual: [
      "go on then",
      "ok that one",
      "yeah, {item} works",
      "sounds good",
      "that'll do",
      "sold",
      "fine by me",
      "let's take {item}",
    ],
    neutral: [
      "{item} sounds right",
      "that works",
      "good, I'll take that",
      "yes, that one",
      "all right, {item} it is",
      "that would suit me",
    ],
    formal: [
      "{item} sounds very suitable",
      "that would do nicely",
      "I should like that one",
      "very well, {item}",
      "that seems a sound choice",
      "I am content with that",
    ],
  },
  "accept-glad": {
    casual: [
      "oh nice, {item}",
      "perfect",
      "now that's more like it",
      "oh that's spot on",
      "brilliant, that one",
      "yes, exactly that",
    ],
    neutral: [
      "that's just what I was after",
      "oh good, {item}",
      "much better",
      "that fits well",
      "now we're there",
      "exactly what I hoped for",
    ],
    formal: [
      "how splendid, {item}",
      "that is exactly what I hoped for",
      "that is a great deal better",
      "what a good suggestion",
      "you have found the very thing",
      "that suits me perfectly",
    ],
  },
  alternative: {
    casual: [
      "what else is there",
      "got another",
      "anything besides {item}",
      "and if not that",
      "show me one more first",
      "hm, what other options",
    ],
    neutral: [
      "is there another one like it?",
      "what would the alternative be?",
      "could you name one more?",
      "what else comes close?",
      "and apart from {item}?",
      "anything else worth a look?",
    ],
    formal: [
      "might there be an alternative?",
      "would you name one other?",
      "what else could you suggest?",
      "is there a second choice besides {item}?",
      "may I hear of another?",
      "what would come next on your list?",
    ],
  },
  question: {
    casual: [
      "why {item}?",
      "what's good about it?",
      "you sure about {item}?",
      "what makes it the one?",
      "how come that one?",
      "what's the catch?",
    ],
    neutral: [
      "what speaks for {item}?",
      "why that one in particular?",
      "what makes {item} the better choice?",
      "how does it compare?",
      "is there a drawback to {item}?",
      "what should I know about it first?",
    ],
    formal: [
      "may I ask why {item}?",
      "what recommends {item} in particular?",
      "on what grounds would you choose it?",
      "are there any disadvantages to {item}?",
      "what should one know of it beforehand?",
      "would you tell me what favours it?",
    ],
  },
  "no-preference": {
    casual: [
      "don't mind really",
      "whatever works",
      "no idea, you choose",
      "all the same to me",
      "not fussed",
      "up to you",
    ],
    neutral: [
      "I have no preference there",
      "either is fine",
      "I leave that to you",
      "it doesn't matter much",
      "no strong feelings on that",
      "whichever you think",
    ],
    formal: [
      "I have no particular preference",
      "I leave that to your judgement",
      "it is all one to me",
      "whichever you consider best",
      "I am not particular about that",
      "please decide as you see fit",
    ],
  },
  "press-on": {
    casual: [
      "does that matter?",
      "just show me what there is",
      "skip that, what've you got",
      "can we get to it",
      "rather not say",
      "let's not go into that",
    ],
    neutral: [
      "I'd rather see what there is first",
      "let's leave that aside",
      "could we look at the options?",
      "I'd prefer not to say",
      "first tell me what you have",
      "is that needed?",
    ],
    formal: [
      "I would rather not go into that",
      "might we see the choices first?",
      "let us set that aside",
      "may we proceed without it?",
      "I should prefer to hear what there is",
      "is that strictly necessary?",
    ],
  },
  relax: {
    casual: [
      "then what comes closest?",
      "ok, next best thing",
      "fine, I'll bend a bit",
      "whatever's nearest then",
      "drop the rest, what's left?",
      "just the closest you have",
    ],
    neutral: [
      "then the closest you have, please",
      "what comes nearest?",
      "I can give way a little",
      "in that case the next best",
      "what would be nearly right?",
      "let's loosen it a bit",
    ],
    formal: [
      "what would come closest, then?",
      "I could make some allowance",
      "in that case, the nearest to it",
      "perhaps something not quite so exact",
      "I am willing to compromise a little",
      "what is the next best, in your view?",
    ],
  },
  affirm: {
    casual: ["yep", "yeah", "that's right", "aye, that's it", "exactly", "you got it"],
    neutral: ["yes", "that's right", "yes, exactly", "correct", "indeed", "that's the idea"],
    formal: ["yes, indeed", "that is correct", "quite so", "certainly", "you have it right", "just so"],
  },
  negate: {
    casual: ["nope", "no, that's it", "all done", "nothing more", "nah, I'm good", "that's everything"],
    neutral: [
      "no, that's all",
      "nothing else",
      "that's everything",
      "no more from me",
      "we're done, I think",
      "no, that covers it",
    ],
    formal: [
      "no, that will be all",
      "nothing further",
      "that is everything, thank you",
      "no, I am quite content",
      "I need nothing more",
      "that concludes it",
    ],
  },
  repeat: {
    casual: ["sorry, what?", "lost me there", "you what?", "come again?", "didn't get that", "huh, how do you mean?"],
    neutral: [
      "sorry, I didn't follow",
      "could you put that another way?",
      "what do you mean exactly?",
      "I'm not sure I understand",
      "could you say that differently?",
      "that went past me",
    ],
    formal: [
      "I beg your pardon?",
      "I am afraid I did not follow",
      "would you put that another way?",
      "forgive me, what do you mean?",
      "could you explain what you mean?",
      "I did not quite understand you",
    ],
  },
  thank: {
    casual: ["cheers", "ta", "thanks", "nice one", "thanks a lot", "you're a star"],
    neutral: [
      "thank you",
      "thanks for that",
      "that helps",
      "good to know, thanks",
      "much appreciated",
      "thanks, clear",
    ],
    formal: [
      "thank you kindly",
      "I am much obliged",
      "that is most helpful",
      "how kind of you",
      "I am grateful",
      "thank you very much",
    ],
  },
  bye: {
    casual: [
      "right, off I go",
      "that's me then",
      "see you",
      "later then",
      "done for today",
      "bye for now",
      "catch you next time",
      "gotta go",
    ],
    neutral: [
      "that was all for today",
      "goodbye then",
      "until next time",
      "that's it from me",
      "I'll leave it there",
      "have a good day",
      "speak again soon",
      "I'm off now",
    ],
    formal: [
      "I wish you a good day",
      "goodbye, and thank you",
      "until we speak again",
      "that shall be all for today",
      "I take my leave",
      "good day to you",
      "I shall not keep you longer",
      "I bid you goodbye",
    ],
  },
  "give-up": {
    casual: [
      "forget it",
      "leave it, this is going nowhere",
      "ok never mind",
      "I give up on that one",
      "let's drop it",
      "nah, I'll sort it myself",
    ],
    neutral: [
      "let's leave that",
      "never mind that, then",
      "I'll look elsewhere for that",
      "this isn't getting us anywhere",
      "I'll manage without",
      "let's not go on with that",
    ],
    formal: [
      "let us leave the matter there",
      "I think I shall look elsewhere",
      "I fear we are getting nowhere",
      "I shall manage without, thank you",
      "perhaps we had better stop here",
      "never mind, I shall see to it myself",
    ],
  },
  waiting: {
    casual: ["so, what've you got?", "well?", "any ideas?", "what would you pick?", "back to it then", "so which one?"],
    neutral: [
      "so what would you suggest?",
      "which would you choose?",
      "back to my question",
      "what are the options?",
      "where were we?",
      "any suggestion?",
    ],
    formal: [
      "what would you suggest, then?",
      "may we return to my question?",
      "which would you advise?",
      "to come back to the matter",
      "what is your advice?",
      "and which is it to be?",
    ],
  },
};
