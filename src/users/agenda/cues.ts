/** Words by which a user knows what a reply does. English; whole words, in any case. */
export const NO_OFFER = [
  "nothing fits",
  "none of them",
  "none of these",
  "nothing that fits",
  "nothing suitable",
  "nothing else",
  "no match",
  "no matches",
  "no options",
  "no suitable",
  "can't offer",
  "cannot offer",
  "can't recommend",
  "cannot recommend",
  "have nothing",
  "don't have anything",
  "do not have anything",
  "unable to find",
  "couldn't find",
  "could not find",
  "can't find",
  "cannot find",
  "unfortunately there are no",
];

/** Words before a name that take it out of what is offered. */
export const SET_ASIDE = ["instead of", "rather than", "unlike", "except", "forget", "skip", "besides", "apart from"];

export const MORE = ["anything else", "something else", "what else", "else i can", "any other questions"];

export const SAY_AGAIN = [
  "say that again",
  "repeat that",
  "didn't catch",
  "did not catch",
  "didn't understand",
  "did not understand",
  "not sure i understand",
  "pardon",
  "come again",
  "rephrase",
  "what do you mean",
];

export const FAREWELL = ["goodbye", "take care", "bye", "have a good", "have a nice", "have a great", "see you"];

export const GREETED = ["good morning", "good evening", "good afternoon", "hello", "hi", "hi there", "welcome"];

/** Words that take note of something, or close a matter. */
export const ACKNOWLEDGED = [
  "thank you",
  "thanks",
  "understood",
  "noted",
  "got it",
  "got that",
  "i see",
  "i hear you",
  "makes sense",
  "makes it clearer",
  "helps",
  "useful to know",
  "good to know",
  "good to hear",
  "in mind",
  "into account",
  "go by that",
  "guided by that",
  "glad",
  "settled",
  "decided",
  "sorted",
  "done",
  "then we have it",
  "very good",
  "all right",
  "sure",
  "certainly",
  "absolutely",
  "great",
  "perfect",
  "pleasure",
  "welcome",
  "of course",
  "that's that",
  "there we are",
  "i'm sorry",
  "i am sorry",
  "sorry",
  "no problem",
  "no worries",
  "any time",
  "at your service",
  "not at all",
];
