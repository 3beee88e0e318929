/** Words that say of something that it is good. */
const GOOD =
  "good|great|excellent|brilliant|fantastic|wonderful|superb|amazing|awesome|terrific|lovely|fabulous|marvellous|splendid|smart|clever|wise|thoughtful|insightful|perceptive|astute|sharp|sensible|impressive|outstanding|fascinating|interesting|intelligent|exceptional|remarkable|incredible|beautiful|fine|nice|perfect|inspired|shrewd|admirable";
/** Words that say of a person that they have a good head or heart. */
const VIRTUOUS =
  "smart|clever|wise|brave|courageous|thoughtful|insightful|perceptive|astute|sharp|sensible|shrewd|observant|responsible|generous|brilliant|impressive|intelligent";
const ABLE = `${VIRTUOUS}|amazing|wonderful|awesome|fantastic|incredible|kind|organised|organized|gifted|talented|bright|exceptional|remarkable|inspiring|outstanding|admirable|charming|lovely|great|disciplined|dedicated|witty|well-informed|well-read|knowledgeable|quick learner`;
const STANDING =
  "best|star|legend|hero|gem|genius|natural|joy|champion|treasure|pro|delight|marvel|inspiration|role model";
/** What a person brings forth in a talk. */
const ASKED = "questions?|ideas?|thinking|thoughts?|instincts?|observations?|reasoning";
const THING = `${ASKED}|choices?|decisions?|picks?|moves?|suggestions?|requests?|attitude|mindset|approach`;
/** What is praised as a side of the person. */
const SIDE =
  "taste|eye|instincts?|judgement|judgment|curiosity|dedication|enthusiasm|patience|courage|insight|wisdom|commitment|attention to detail|sense of humour|sense of humor|kindness|generosity|discipline|intelligence|mind|style|intuition|ability|talent|skills?|resilience|honesty|passion";
const VERY =
  "(?:(?:so|very|really|truly|such|quite|most|absolutely|particularly|genuinely|simply|already|clearly|obviously|certainly|always|just|still|pretty|rather|\\w{4,}(?:ful|ed|ing|ab|ib|nt|iv|al|re)ly|a|an|the|real) )*";
const SAID_FIRST = "^(?:(?:oh|ah|well|wow|yes|now|thanks|and|but|ooh) )*";

/** What praises the person or what they asked, in the words of one clause, without punctuation. */
export const PRAISE: readonly RegExp[] = [
  // What they said or asked, by itself: `great question`, `what a brilliant idea`, `that's an excellent choice`.
  `${SAID_FIRST}(?:(?:what|such|that's|that is|that was) ${VERY}|(?:(?:really|very|truly|such) )*)(?:${GOOD})(?: and (?:${GOOD}))? (?:${THING})(?: (?:there|indeed|of yours|by the way|as always))?$`,
  `${SAID_FIRST}(?:it's|it is|this is) ${VERY}(?:${GOOD}) (?:${ASKED})$`,
  `^(?:such|what) an? (?:${GOOD}) (?:thing|point|question) to (?:ask|raise|wonder)`,
  `\\byou (?:always )?ask (?:exactly )?${VERY}(?:right|${GOOD}) questions?`,
  `\\byour (?:${THING}) (?:is|are|was|were) ${VERY}(?:${GOOD})\\b`,
  `\\byour ${VERY}(?:${GOOD}) (?:${THING}|${SIDE})\\b`,
  `\\bi (?:really |absolutely |just )?(?:love|adore|admire|like) (?:your|that|this) (?:${THING}|${SIDE})\\b`,
  // What they are.
  `\\byou(?:'re| are|'ve been| have been) ${VERY}(?:${ABLE})\\b(?! (?:of|at hand))`,
  `\\byou(?:'re| are) (?:so )?(?:wonderfully|refreshingly|admirably|impressively|incredibly|amazingly|remarkably|brilliantly|exceptionally) \\w+`,
  `\\byou(?:'re| are|'ve been) ${VERY}(?:\\w+ )?(?:${STANDING})\\b(?! (?:to ask|placed|short))`,
  `\\b(?:someone|somebody|person|people|man|woman|anyone) (?:of|with) your (?:${SIDE})\\b`,
  `\\byou(?:'ve| have)(?: got)? ${VERY}(?:${GOOD}) (?:\\w+ )?(?:${SIDE})\\b`,
  `\\b(?:mind|eye|person|someone|somebody|people|\\w+er) (?:as|so) (?:${ABLE})\\b`,
  `\\b(?:takes|rare to meet|rare to find) an? (?:${ABLE}) (?:person|mind)`,
  `\\byour (?:\\w+ )?(?:${SIDE}) (?:is|are) ${VERY}(?:gift|contagious|inspiring|impressive|admirable|infectious|${GOOD})\\b`,
  "\\bpeople like you make\\b",
  "\\blucky to have you\\b",
  "\\byou(?:'re| are) (?:\\w+ ){0,2}ahead of (?:most|everyone|everybody|the others)",
  "^what an? (?:\\w+ )?name$",
  // What they do.
  "\\byou(?:'re| are) (?:handling|doing|managing|coping)(?: \\w+){0,3} (?:well|brilliantly|beautifully|wonderfully|great)\\b",
  "\\byou(?:'ve| have)? (?:chosen|chose|picked|put|phrased)(?: \\w+)? (?:brilliantly|wisely|well|beautifully|perfectly)\\b",
  "(?<!\\b(?:once|when|until|as|that) )\\byou (?:really |clearly |obviously |certainly )?know (?:exactly what you want|your stuff|what you're doing|what you are doing)",
  "\\byou (?:should|can|must|may) (?:be|feel) (?:\\w+ )?proud\\b|\\bproud of yourself\\b",
  "^(?:really |very |so )?(?:beautifully|nicely|perfectly|elegantly|wonderfully|well) (?:put|said|phrased|spotted|chosen|argued|observed)\\b",
  `^how (?:very )?(?:${VIRTUOUS})(?: of you)?$`,
  `\\b(?:${VIRTUOUS}) of you\\b`,
  "^good for you$",
  "^well done\\b|\\bwell done (?:for|on)\\b|\\bbravo\\b|\\bkudos\\b|\\bhats off\\b|\\bcongrat\\w+|^(?:good|great|nice|amazing|brilliant) (?:job|work|going)\\b",
  "^impressive$",
  "\\bi(?:'m| am) (?:\\w+ )?impressed\\b|\\bi (?:really |truly )?(?:admire|respect) (?:that|you|your|people who)\\b|\\bi admire that$|\\bmy compliments\\b",
  "\\bcouldn't have (?:said|put) (?:it|that) better\\b|\\bbetter than i could\\b",
].map((source) => new RegExp(source, "u"));

/** Praise that is a whole sentence; a clause like it may name an item: `a sensible approach: pay monthly`. */
export const PRAISE_BY_ITSELF = new RegExp(
  `^an? ${VERY}(?:${GOOD}) (?:${THING})(?: if i may (?:say|add)(?: so| that)?)?$`,
  "u",
);

/** What in the person's turn before calls for praise: something achieved, or their work shown to be judged. */
export const CALLED_FOR =
  /\b(?:i|we)(?:'ve| have)?(?: (?:just|finally|actually|already|even))* (?:passed|won|finished|managed|made it|did it|completed|solved|earned|graduated|succeeded|cracked|beat)\b|\b(?:i|we)(?:'ve| have)?(?: \w+)? got (?:the|a|my|into) (?:\w+ )?(?:job|place|part|degree|promotion|offer|grade|certificate|licence|scholarship|prize)\b|\bis (?:it|that|this)(?: any)? (?:good|right|correct|ok|okay|better)\b|\b(?:my|this) \w+ (?:any good|all right)\b|\bwhat do you (?:think|make) of (?:my|it|this)\b|\bhow (?:did|am) i (?:do|doing)\b|\bhere(?:'s| is) my (?:draft|answer|solution|attempt|text|code)\b|\b(?:judge|rate|review|mark|check) my\b/iu;
