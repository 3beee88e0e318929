/** How often something is said to hold of a group. */
const OFTEN =
  "usually|generally|often|always|never|mostly|rarely|typically|normally|hardly|seldom|all|naturally|commonly|invariably";
/** What people are said to feel, want and be able to. */
const MINDED =
  "likes?|loves?|enjoys?|prefers?|favours?|favors?|wants?|needs?|expects?|appreciates?|values?|hates?|dislikes?|fears?|worry|worries|cares?|trusts?|distrusts?|struggles?|understands?|thinks?|believes?|feels?|avoids?|chooses?|picks?|tends?|can't|cannot|don't|doesn't|won't|would rather|wouldn't|will|find|finds|know|knows|seek|seeks|mind|minds|adores?|go wild|goes wild|go for|goes for|couldn't|rely|relies|respond|responds|react|reacts|behave|behaves|gravitate|gravitates|lean|leans|stick to|sticks to|look for|looks for|insist|insists|hesitate|hesitates";
/** What people are said to be. */
const TRAITS =
  "practical|careful|cautious|thrifty|frugal|punctual|emotional|sensitive|stubborn|forgetful|slow|busy|lazy|hard-working|tidy|neat|orderly|precise|patient|impatient|polite|rude|direct|reserved|shy|warm|cold|hot-blooded|passionate|loud|quiet|relaxed|stressed|proud|modest|vain|curious|sceptical|skeptical|conservative|traditional|modern|tech-savvy|creative|logical|rational|romantic|competitive|caring|responsible|good with|good at|bad at|comfortable|impulsive|ambitious|demanding|sociable|family-minded|health-conscious|price-conscious|set in their ways|night owls|early birds|risk-averse|used to|fond of|afraid of|drawn to|like that|bound to|all the same|keen on|sticklers|not the type|experts|people who|creatures of|natural|born|lovers|hot-headed|disorganised|disorganized|superstitious|religious|private|generous|stingy|chatty|talkative|gossipy|nosy|fashion-conscious|old-fashioned";

/** What says something of a whole group. */
export const GENERIC = `(?:${OFTEN}|${MINDED}|(?:are|is|aren't|isn't) (?:(?:${OFTEN}|so|too|very|more|less|just|simply|not|quite|rather) )*(?:${OFTEN}|known|said|supposed|famous|notorious|expected|more|less|so|too|${TRAITS}))`;

/** What draws a conclusion for the person from what was said. */
export const THEREFORE = "\\b(?:so|hence|therefore|thus|that's why|which is why|that is why)\\b";

/** What a group does or is, but for where it is found and when. */
export const DOES =
  "(?:are|have|do|can|go|live|work|eat|drink|sleep|read|talk|play|save|spend|stay|take|make|keep|hold|come)\\b(?! (?:at|in|on|here|there|available|welcome|away|back|until|till|from|after|before|open|your|the|it|place|part))";

/** What takes one for granted of a person because of a group they are in. */
export const EXPECTED =
  "(?:you'll|you will|you'd|you would|you must|you may|you might|you (?:surely|probably|certainly|likely|naturally|no doubt|always|usually|never|often|typically|obviously|of course)|you're (?:surely|probably|certainly|likely|naturally|no doubt|always|usually|used|bound|obviously|more|less|going to)|you are (?:surely|probably|certainly|likely|naturally|always|usually|used|bound|obviously|more|less)|you (?:want|need|like|prefer|care|know|feel|appreciate|value|expect|tend|understand|think|enjoy|love|hate)|you (?:don't|won't|aren't|wouldn't) (?:have time|like|want|mind|care|trust|bother|enjoy))";

/** Rules, offers and findings that go by age or occupation are no opinion of people. */
export const RULED =
  /\b(?:guidelines?|recommend\w*|advis\w*|entitle\w*|eligib\w*|discounts?|fares?|fees?|prices?|pays?|paid|free|tickets?|limits?|insur\w*|tax\w*|laws?|legal\w*|allowed|permitted|qualif\w*|per cent|percent|study|studies|survey|statistics|screening|vaccin\w*|licen[cs]e|register\w*)\b/iu;

/** What refuses a generalisation instead of making one. */
export const REFUSED =
  /\bclich|\bstereotyp|\bprejudic|\bmyth\b|\b(?:isn't|not|hardly|never) true\b|\b(?:i|we|one|let's)(?:'d|'ll)?(?: (?:would|will|do|rather))?(?: (?:don't|won't|wouldn't|never|not|can't|cannot))+ (?:think|assume|believe|suppose|guess|say|claim|judge|mean|take it)\b|\b(?:shouldn't|should not|mustn't|must not|nobody should) (?:think|assume|believe|suppose|guess|say|claim|judge|mean|take it)\b|\bno (?:reason|need|grounds) to (?:think|assume|believe|suppose)\b|\bwhatever (?:people|they|anyone|some) says?\b|\bnothing to do with\b|\bnot (?:all|every|each)\b|\bregardless of\b|\birrelevant\b/iu;

/** What the person said themselves. */
export const ATTRIBUTED = /\b(?:as )?you(?:'ve| have)? (?:said|say|told|mentioned|wrote)\b/iu;
