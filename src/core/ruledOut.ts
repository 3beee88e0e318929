/** Words before a name that take it out of what is offered. */
export const SET_ASIDE = [
  ...["instead of", "rather than", "unlike", "except", "forget", "skip", "besides", "apart from", "than"],
  ...["compared to", "compared with", "similar to", "avoid", "away from", "clear of", "wary of", "careful with"],
];

/** Words behind a name that take it out of what is offered. */
export const RULED_OUT = [
  ...["won't work", "won't do", "won't suit", "wouldn't work", "wouldn't do", "wouldn't suit", "would not do"],
  ...["isn't the right", "is not the right", "isn't right", "isn't a good fit", "is not a good fit", "isn't suitable"],
  ...["isn't for you", "isn't an option", "is not an option", "doesn't fit", "doesn't work", "doesn't suit"],
  ...["is ruled out", "is off the table", "is off the list", "is too", "are too", "would be too", "wouldn't be"],
  ...["is not for you", "is not suitable", "won't fit", "would not suit", "is unsuitable", "is wrong for"],
];

/** Behind a name too; but what is out by noon is on its way. */
export const OUT = /^is out\b(?! (?:of|by|at|on|in|before|within|from)\b)/;

/** Before a name: what the person likes is told, not offered. What they would or may like is offered, and so is what they take `if you like` it. */
export const TOLD_OF_LIKING =
  /(?<!\bif )\byou (?:\w+ly |always |often |do )*(?:prefer|preferred|like|liked|love|loved|enjoy|enjoyed|favou?r)(?: the| an?)?$/;

/** A clause that takes out what was named before it. */
export const RULED_OUT_AFTERWARDS = new RegExp(
  [
    "\\b(?:can't|cannot|couldn't|wouldn't|won't|don't|shouldn't) (?:really )?(?:recommend|suggest|advise|offer|choose|take|book|pick) (?:it|that|this)\\b",
    "\\b(?:that|this|it|which)(?:'s| is| would be) (?:therefore |sadly |probably )?(?:out|ruled out|no good|not for you|not an option|off the (?:table|list))\\b(?! (?:of|by|at|on|in|before|within|from)\\b)",
    "\\b(?:avoid|skip|forget|leave out|drop|(?:keep|stay|steer) (?:away from|clear of)) (?:it|that|this)\\b",
    "\\b(?:it|that) (?:won't|wouldn't|doesn't|does not|would not|will not) (?:do|fit|suit|work)\\b",
    "\\b(?:not|isn't) (?:\\w+ )?what (?:you|somebody|someone|they)\\b",
  ].join("|"),
);

/** Negations that recommend. */
export const PRAISING =
  /\b(?:can(?:'t|not) (?:go wrong with|beat)|why not|why don't (?:you|we)|don't (?:miss|overlook)|no further than|not only|no doubt|no(?:thing)?(?: \w+){0,4} beats)\b/g;
