/** Words by which a user knows what a reply does. English; whole words, in any case, with straight apostrophes. */
const FITS = "(?:fit|match|meet|suit|work|satisf|answer|tick|does (?:it|every))";

/** Nothing can be offered. `{kind}` is what kind of thing is looked for. */
export const NO_OFFER = [
  `\\bnothing\\b(?:\\W+\\w+){0,6}?\\W+${FITS}`,
  "\\bnothing (?:suitable|available|else|left)\\b",
  "\\bno (?:match(?:es)?|options|suitable|luck|{kind}s?)\\b(?! for me to)",
  "\\bnone of (?:them|these|those|our|my|the (?:options|choices|{kind}s))\\b",
  "\\b(?:can't|cannot|couldn't|could not|unable to|didn't|did not) (?:offer|recommend|suggest|find) (?:any|anything|anyone|one|an?|you)\\b",
  "\\b(?:don't|do not) have (?:anything|an? (?:suitable )?{kind}|any {kind}s?)\\b",
  "\\b(?:isn't|aren't|is not|are not) any(?:thing)?(?: suitable)? (?:{kind}s?|options|that)\\b",
];

/** No help is to be had at all. */
export const NO_HELP = new RegExp(
  [
    "\\b(?:can't|cannot|can not|unable to|not able to|wasn't able to|won't) (?:help|assist)\\b(?! but)",
    "\\b(?:unable to|not able to|wasn't able to) (?:find|offer|recommend|suggest|provide)\\b",
    "\\b(?:don't|do not) have (?:access to|any information)\\b",
    "\\b(?:don't have|haven't got) (?:one|any|anything)\\b",
    "\\bi(?:'m| am) not (?:an? )?(?:lawyer|doctor|financial advis[eo]r)\\b",
  ].join("|"),
);

/** What praises by comparing: "nothing works better than". */
export const UNMATCHED = /\bbetter\b/;

/** Open questions: the person may tell whatever matters. */
export const ELICITING = [
  /\b(?:tell me|say|hear|share) (?:an? (?:bit|little) )?more\b/,
  /\bmore (?:details|information|specific)\b/,
  /\bwhat(?:'s| is)? (?:matters|important)\b/,
  /\b(?:you're|are you|were you) (?:looking for|after|hoping for)\b/,
  /\b(?:do|did) you have in mind\b/,
  /\b(?:any|what|your) (?:preferences|requirements|wishes)\b/,
  /\bwhat (?:kind|sort|type) of\b/,
  /\banything (?:else )?i should know\b/,
  /\b(?:how|what) (?:can|may) i (?:help|do for you|assist)\b/,
];

/** Who is asked. */
export const YOU = /\b(?:you|you're|you'd|you've|your)\b/;

/** What asks without a question mark. */
export const BIDDING = /\b(?:tell me|let me know|please (?:share|describe)|say (?:an? (?:bit|little) )?more)\b/;

export const MORE = [
  ...["anything else", "something else", "what else", "else i can", "any other questions"],
  ...["would you like me to", "do you want me to", "want me to", "shall i", "should i"],
];

export const SAY_AGAIN = [
  ...["say that again", "repeat that", "didn't catch", "did not catch", "didn't quite catch", "didn't quite get"],
  ...[
    "didn't understand",
    "did not understand",
    "not sure i understand",
    "not sure i follow",
    "not sure what you mean",
  ],
  ...["pardon", "come again", "rephrase", "what do you mean", "could you clarify", "can you clarify"],
];

/** The one who speaks has no answer. */
export const UNKNOWN =
  /\bi (?:don't|do not) (?:know|have (?:that|this|the|their|its|any|an?))\b|\bnot sure\b|\bno (?:information|details?|record|idea|answer)\b|\bwouldn't know\b|\bcan(?:'t|not) (?:say|tell|help)\b|\bcouldn't say\b|\bisn't (?:listed|given|mentioned)\b|\bnot (?:listed|at hand|in what i have)\b|\bi have nothing\b|\bbeyond me\b/;

/** Words that speak of the thing just asked about. */
export const ABOUT_IT = /\b(?:it|it's|its|they|they're|their|there|there's|yes|no)\b/;

export const FAREWELL =
  /\b(?:good ?bye|bye|farewell|take care(?! of (?!yourself))|have an? (?:\w+ )?(?:day|evening|night|morning|afternoon|weekend|time|trip|one)|see you (?:soon|later|then|there|again|tomorrow|next|on|around|in|at)|good luck(?! (?:charm|to)))\b/;

export const GREETING = /^(?:good (?:morning|evening|afternoon)|hello|hi|hey|welcome)\b/;

/** Words that take note of something, or close a matter. */
export const ACKNOWLEDGED = [
  ...["thank you", "thanks", "understood", "noted", "got it", "got that", "i see", "i hear you", "makes sense"],
  ...["makes it clearer", "helps", "useful to know", "good to know", "good to hear", "good that you say so", "in mind"],
  ...["into account", "go by", "guided by", "glad", "pleased", "settled", "decided", "sorted", "done", "i'll adjust"],
  ...["shall adjust", "take care of", "then we have it", "very good", "all right", "sure", "certainly", "absolutely"],
  ...[
    "good",
    "ok",
    "okay",
    "alright",
    "fine",
    "nice",
    "fantastic",
    "great",
    "perfect",
    "excellent",
    "wonderful",
    "lovely",
    "good choice",
    "enjoy",
    "pleasure",
    "welcome",
  ],
  ...["of course", "with care", "that's that", "there we are", "i'm sorry", "i am sorry", "sorry", "apologies"],
  ...["i understand", "apologise", "apologize", "i regret", "grateful", "taken note"],
  ...["no problem", "no worries", "any time", "at your service", "not at all", "fair enough", "happy to"],
];
