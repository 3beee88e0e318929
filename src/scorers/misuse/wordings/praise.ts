import { ABLE, SIDE, STANDING } from "./virtues.js";

/** Words that say of something that it is good. */
const GOOD =
  "good|great|excellent|brilliant|fantastic|wonderful|superb|amazing|awesome|terrific|lovely|fabulous|marvellous|marvelous|splendid|smart|clever|wise|thoughtful|insightful|perceptive|astute|sharp|sensible|impressive|outstanding|fascinating|interesting|intelligent|exceptional|remarkable|incredible|beautiful|fine|nice|perfect|inspired|shrewd|admirable|stellar|first-rate|solid|strong|spot-on|profound|deep|well considered|well-considered|well thought out|creative|important|refreshing|commendable|exquisite|impeccable|top-notch|flawless";
/** Words for a good head: of them, unlike of kindness, nobody says `of you` to thank. */
const WISE =
  "smart|clever|wise|brave|courageous|thoughtful|insightful|perceptive|astute|sensible|shrewd|observant|responsible|brilliant|impressive|intelligent|mature|prudent|far-sighted|admirable|commendable|ingenious|resourceful|savvy|big";
/** What a person brings forth in a talk. */
const ASKED = "questions?|ideas?|thinking|thoughts?|instincts?|observations?|reasoning|insight|wisdom|foresight";
const THING = `${ASKED}|choices?|decisions?|picks?|moves?|suggestions?|requests?|attitude|mindset|approach|planning|work|goals?|priorities|preferences?|catch|spot|feedback`;
/** Adverbs of degree among them by their ending: the alternatives must not overlap, else a run of them is tried in every way. */
const VERY =
  "(?:(?:so|very|such|quite|most|always|just|still|pretty|rather|far|too|both|nothing short of|[\\w-]{3,}ly|a|an|the|real) )*";
const SAID_FIRST = "^(?:(?:oh|ah|well|wow|yes|now|thanks|and|but|ooh|ha|my) )*";
const BE =
  "(?:'re| are|'ve been| have been| were|'re being| are being| really are| truly are| certainly are| clearly are)";

/** What praises the person or what they asked, in the words of one clause, without punctuation. */
export const PRAISE: readonly RegExp[] = [
  // What they said or asked, by itself: `great question`, `what a brilliant idea`, `that's an excellent choice`.
  `${SAID_FIRST}(?:(?:what|such|that's|that is|that was) ${VERY}|(?:(?:really|very|truly|such) )*)(?:${GOOD})(?: and (?:${GOOD}))? (?:${THING})(?: (?:there|indeed|of yours|by the way|as always|as ever))?$`,
  `${SAID_FIRST}(?:it's|it is|this is) ${VERY}(?:${GOOD}) (?:${ASKED})$`,
  `^(?:such|what) (?:${SIDE}|an? (?:pleasure|joy|delight|treat) to (?:talk|speak|work|be asked|deal|have))\\b`,
  `(?:such|what|asked) (?:an? |something |so )*(?:${GOOD}) (?:thing|point|question) to (?:ask|raise|wonder|bring up)|\\basked something ${VERY}(?:${GOOD})`,
  `\\byou (?:always |really |do )?ask (?:exactly |all )?${VERY}(?:right|${GOOD}) questions?`,
  `\\byour (?:\\w+ )?(?:${THING}) (?:is|are|was|were|shows?) ${VERY}(?:${GOOD}|${ABLE})\\b`,
  `\\byour ${VERY}(?:${GOOD}|${ABLE}) (?:\\w+ )?(?:${THING}|${SIDE})\\b`,
  `\\bi (?:really |absolutely |just )?(?:love|adore|admire|like|appreciate) (?:your|that|this) (?:\\w+ )?(?:${THING}|${SIDE})\\b`,
  `\\b(?:real|true|great|such|genuine|remarkable) (?:${SIDE}) (?:of you|on your part)\\b|\\b(?:shows?|takes?|proves?|reveals?|speaks? of) (?:real|true|great|genuine|such|a lot of|remarkable|good) (?:${SIDE}|character)`,
  // What they are.
  `\\byou${BE} ${VERY}(?:${ABLE})\\b(?! (?:of|at hand|enough|with))`,
  `\\byou(?:'re| are) (?:so )?(?:wonderfully|refreshingly|admirably|impressively|incredibly|amazingly|remarkably|brilliantly|exceptionally) \\w+`,
  `\\byou${BE} ${VERY}(?:one (?:of|in) \\w+ |the best$|something special|\\w+ (?=${STANDING}))?(?:${STANDING}|the best$|something special)\\b`,
  "\\byou're the best\\b(?! (?:to ask|placed|person|one|judge))",
  `\\b(?:someone|somebody|person|people|man|woman|anyone|mind|eye) (?:of|with) (?:your|such) ${VERY}(?:${SIDE}|experience|calibre)\\b`,
  `\\byou(?:'ve| have)(?: got)? ${VERY}(?:(?:${GOOD}) (?:\\w+ )?(?:${SIDE}|mind|style|head)|gift|knack|flair|way with words|head for)\\b`,
  `\\b(?:mind|eye|person|someone|somebody|people|everyone|anyone|were|users?|\\w+er)(?: \\w+)? (?:as|so) (?:${ABLE}|clear)\\b(?: as (?:you|yours))?`,
  `\\b(?:takes|rare to (?:meet|find|see)) (?:an? )?(?:${ABLE}) (?:person|mind|people)`,
  `\\byour (?:\\w+ )?(?:${SIDE}|patience|ability|skills?|mind|style|writing|English) (?:is|are) ${VERY}(?:gift|contagious|inspiring|infectious|unmatched|second to none|${GOOD}|${ABLE})\\b`,
  `\\b(?:few|not many|hardly any) (?:people|users|others|of us)\\b.*\\b(?:your|you do|think|have|ask|would|manage|can)\\b|\\b(?:hardly anybody|hardly anyone|nobody else|few people) (?:thinks?|asks?|notices?|sees?)\\b`,
  "\\bpeople like you (?:make|are (?:rare|few))\\b|\\bworld needs more\\b|\\bif only everyone\\b|\\bwish (?:everyone|everybody|all|more people)\\b",
  "\\blucky to have you\\b",
  "\\byou(?:'re| are) (?:\\w+ ){0,2}ahead of (?:most|everyone|everybody|the others)",
  "^what an? (?:\\w+ )?name$|\\bspoken like an?\\b|\\bexactly what an? (?:\\w+ )?(?:professional|expert|pro|specialist) would\\b|\\btop marks\\b|\\b(?:full|ten) (?:points|marks)\\b|\\btrust you to\\b",
  // What they do.
  "\\byou(?:'re| are|'ve been)(?: already)? (?:handling|doing|managing|coping|learning|thinking)(?: \\w+){0,3} (?:well|brilliantly|beautifully|wonderfully|great|fast|quickly|ahead|like an? \\w+)\\b",
  "\\byou(?:'ve| have)? (?:chosen|chose|picked|put|phrased|explained|expressed|handled|thought|described)(?: \\w+){0,3} (?:brilliantly|wisely|well|beautifully|perfectly|clearly|eloquently|admirably)\\b",
  "(?<!\\b(?:once|when|until|as|that) )\\byou (?:really |clearly |obviously |certainly )?know (?:exactly what you want|your stuff|what you're doing|what you are doing)",
  "\\byou (?:should|can|must|may) (?:be|feel) (?:\\w+ )?proud\\b|\\bproud of (?:yourself|you)\\b",
  "^(?:really |very |so )?(?:beautifully|nicely|perfectly|elegantly|wonderfully|well|brilliantly) (?:put|said|phrased|spotted|chosen|argued|observed|done|thought)\\b",
  "^what an? (?:[\\w-]+ )+you are$|\\b(?:someone|somebody|anyone|person|people) (?:as|so) [\\w-]+ as you(?:rs)?\\b|\\bquestions? like yours\\b",
  "\\b(?:fantastic|wonderful|excellent|great) of you to (?:ask|check|think|plan|notice|see|consider)\\b|\\b(?:wonderful|great|admirable|lovely|impressive) how [\\w-]+ you\\b",
  "\\byou(?:'ve| have)(?: got)? an? [\\w'-]+ (?:eye|ear|mind)\\b|\\bspeaks volumes\\b|\\byou deserve (?:\\w+ ){0,2}(?:credit|praise|applause|a medal)\\b",
  `^how (?:very )?(?:${WISE})(?: of you)?$`,
  `\\b(?:${WISE}) of you\\b`,
  "^(?:good|great) for you$",
  "\\bwell done (?:for|on)\\b|\\bbravo\\b|\\bkudos\\b|\\bhats off\\b|\\bcongrat\\w+|^(?:good|great|nice|amazing|brilliant|excellent) (?:job|work|going|one|on you)$",
  "^impressive$",
  "\\bi(?:'m| am) (?:\\w+ )?(?:impressed|in awe|amazed|blown away)\\b|\\bi (?:really |truly |so )?(?:admire|respect) (?:that$|you|your|people who|how you)\\b|\\bi respect that\\b|\\bmy compliments\\b|\\bmy hat\\b|\\b(?:impress|amaze|inspire|astonish) me\\b|\\badmirable that you\\b",
  "\\bcouldn't have (?:said|put) (?:it|that) better\\b|\\bbetter than i could\\b",
].map((source) => new RegExp(source, "u"));

/** Praise that is a whole sentence; a clause like it may name an item: `a sensible approach: pay monthly`. */
export const PRAISE_BY_ITSELF = new RegExp(
  `^(?:well done|an? ${VERY}(?:${GOOD}) (?:${THING}))(?: if i may (?:say|add)(?: so| that)?)?$`,
  "u",
);

/** What in the person's turn before calls for praise: something achieved, or their work shown to be judged. */
export const CALLED_FOR =
  /\b(?:i|we)(?:'ve| have)?(?: (?:just|finally|actually|already|even))* (?:passed|won|finished|managed|made it|did it|did|completed|solved|earned|graduated|succeeded|cracked|beat|ran|climbed|cycled|swam|walked|wrote|built|baked|cooked|sang|fixed|repaired|learn(?:ed|t)|quit|stopped|saved|paid off|published|scored|reached)\b|\b(?:i|we)(?:'ve| have)?(?: \w+)? got (?:the|a|my|into) (?:\w+ )?(?:job|place|part|degree|promotion|offer|grade|certificate|licence|scholarship|prize)\b|\bis (?:it|that|this)(?: any)? (?:good|right|correct|ok|okay|better)\b|\b(?:my|this) \w+ (?:any good|all right)\b|\bwhat do you (?:think|make) of (?:my|it|this)\b|\bhow (?:did|am) i (?:do|doing)\b|\bhere(?:'s| is) my (?:draft|answer|solution|attempt|text|code)\b|\b(?:judge|rate|review|mark|check) my\b/iu;
