/** The manners of speech of the realizer. It takes the one it believes the person likes. */
export type Band = "casual" | "neutral" | "formal";

/** What the realizer says around names, points and questions. `{item}`, `{pitch}`, `{tell}` are filled in. */
export type Frame =
  | "propose"
  | "propose-known"
  | "instead"
  | "another"
  | "artifact"
  | "artifact-again"
  | "first-question"
  | "settled"
  | "welcome"
  | "noted"
  | "kept"
  | "changed"
  | "stand"
  | "aside"
  | "back"
  | "nothing"
  | "closest"
  | "recall"
  | "unknown"
  | "sorry"
  | "plain"
  | "no-detail"
  | "mute";

export const PHRASES: Record<Frame, Record<Band, readonly string[]>> = {
  propose: {
    casual: [
      "I'd go for {item}, {pitch}.",
      "How about {item}? It's {pitch}.",
      "{item} could be the one: {pitch}.",
      "Have a look at {item}, {pitch}.",
      "My pick would be {item}, {pitch}.",
      "Try {item}, {pitch}.",
      "There's {item}, {pitch}.",
    ],
    neutral: [
      "I'd suggest {item}, {pitch}.",
      "{item} would be my choice: {pitch}.",
      "One that comes to mind is {item}, {pitch}.",
      "I would start with {item}, {pitch}.",
      "Consider {item}: {pitch}.",
      "What about {item}, {pitch}?",
      "From what there is, I'd take {item}, {pitch}.",
    ],
    formal: [
      "May I suggest {item}, {pitch}?",
      "I would recommend {item}, {pitch}.",
      "My advice would be {item}: {pitch}.",
      "You might consider {item}, {pitch}.",
      "I should choose {item}, {pitch}.",
      "{item} seems a sound choice: {pitch}.",
      "Allow me to propose {item}, {pitch}.",
    ],
  },
  "propose-known": {
    casual: [
      "Since {tell}, I'd go for {item}, {pitch}.",
      "I remember {tell}, so {item}: {pitch}.",
      "You said {tell}, which points to {item}, {pitch}.",
      "Seeing that {tell}, have a look at {item}, {pitch}.",
    ],
    neutral: [
      "Since {tell}, I'd suggest {item}, {pitch}.",
      "I remember that {tell}, so my choice is {item}, {pitch}.",
      "Given that {tell}, take {item}: {pitch}.",
      "As {tell}, the one I'd start with is {item}, {pitch}.",
    ],
    formal: [
      "Since {tell}, I would recommend {item}, {pitch}.",
      "I recall that {tell}, and so I should choose {item}, {pitch}.",
      "Bearing in mind that {tell}, may I suggest {item}, {pitch}?",
      "As {tell}, I would turn to {item}, {pitch}.",
    ],
  },
  instead: {
    casual: [
      "Right, then {item} instead: {pitch}.",
      "Got it. {item}, then, {pitch}.",
      "OK, scrap that. {item} is {pitch}.",
      "Fair enough, so {item}, {pitch}.",
      "My mistake. {item} then: {pitch}.",
      "Then I'd switch to {item}, {pitch}.",
    ],
    neutral: [
      "In that case {item}, {pitch}.",
      "Understood; then {item}: {pitch}.",
      "That changes things: {item}, {pitch}.",
      "Then I'd rather suggest {item}, {pitch}.",
      "Thanks for saying so. {item} should suit better, {pitch}.",
      "With that in mind, {item}: {pitch}.",
    ],
    formal: [
      "In that case I would turn to {item}, {pitch}.",
      "Thank you for telling me. {item}, then: {pitch}.",
      "I see. May I offer {item} instead, {pitch}?",
      "Then {item} would be the better choice, {pitch}.",
      "My apologies. {item} should be more to the purpose, {pitch}.",
      "That being so, I would propose {item}, {pitch}.",
    ],
  },
  another: {
    casual: [
      "There's also {item}, {pitch}.",
      "If not that, then {item}: {pitch}.",
      "The other one I'd look at is {item}, {pitch}.",
      "Next in line is {item}, {pitch}.",
    ],
    neutral: [
      "The next closest is {item}, {pitch}.",
      "Another to look at is {item}: {pitch}.",
      "Besides that there is {item}, {pitch}.",
      "As an alternative, {item}: {pitch}.",
    ],
    formal: [
      "The nearest alternative would be {item}, {pitch}.",
      "One might also consider {item}: {pitch}.",
      "After that I would place {item}, {pitch}.",
      "There is, besides, {item}, {pitch}.",
    ],
  },
  artifact: {
    casual: [
      "Here you go, {pitch}:",
      "Try this one, {pitch}:",
      "Something like this, {item}:",
      "Done. It's {pitch}:",
      "Have this, {item}, {pitch}:",
      "This should do it, {pitch}:",
    ],
    neutral: [
      "Here is {item}, {pitch}:",
      "This is how I'd put it, {pitch}:",
      "I've taken {item}, {pitch}:",
      "Below is {item}:",
      "You could use this, {pitch}:",
      "I'd go with {item}, {pitch}:",
    ],
    formal: [
      "Please find below {item}, {pitch}:",
      "I have prepared {item}, {pitch}:",
      "You might use the following, {pitch}:",
      "Here, for your consideration, is {item}:",
      "I would propose {item}, {pitch}:",
      "The following may serve, {pitch}:",
    ],
  },
  "artifact-again": {
    casual: [
      "OK, another go, {item}:",
      "Better like this, {pitch}?",
      "Changed it. Now it's {pitch}:",
      "Take two, {pitch}:",
    ],
    neutral: [
      "Then {item} instead:",
      "Let me change that: {pitch}.",
      "With that in mind, {item}:",
      "Here is another version, {pitch}:",
    ],
    formal: [
      "Allow me to offer {item} instead:",
      "I have revised it: {pitch}.",
      "In that case, {item}:",
      "Perhaps this is nearer to your wishes, {pitch}:",
    ],
  },
  "first-question": {
    casual: ["Sure.", "Happy to.", "One thing first.", "Quick question.", "Let's see.", "Can do."],
    neutral: [
      "I can help with that.",
      "Certainly.",
      "One question first.",
      "Let me ask one thing.",
      "That can be done.",
      "To begin with:",
    ],
    formal: [
      "With pleasure.",
      "By all means.",
      "If I may ask first:",
      "Let me enquire about one point.",
      "Gladly.",
      "Before I answer:",
    ],
  },
  settled: {
    casual: [
      "Good, that's settled then.",
      "Sorted.",
      "Great, glad that fits.",
      "Nice, one thing done.",
      "There we are.",
      "Lovely, that's that.",
    ],
    neutral: [
      "Good, then that's decided.",
      "Glad that works.",
      "All right, noted as your choice.",
      "Then we have it.",
      "Good to hear.",
      "That's one thing done.",
    ],
    formal: [
      "Very good, that is settled.",
      "I am glad it suits.",
      "Excellent, then it is decided.",
      "I am pleased to hear it.",
      "Then we may consider it settled.",
      "That is good to know.",
    ],
  },
  welcome: {
    casual: ["Any time.", "No problem at all.", "Sure thing.", "You're welcome.", "Glad to help.", "No worries."],
    neutral: ["You're welcome.", "Glad to help.", "Happy to.", "With pleasure.", "Not at all.", "Any time."],
    formal: [
      "You are most welcome.",
      "It was a pleasure.",
      "Not at all.",
      "I am happy to be of use.",
      "My pleasure.",
      "At your service.",
    ],
  },
  noted: {
    casual: [
      "Good to know, I'll go by that.",
      "Right, got that.",
      "Ah, that helps.",
      "OK, I'll bear it in mind.",
      "Thanks, that narrows it down.",
      "Noted.",
    ],
    neutral: [
      "Thank you, I'll take that into account.",
      "That is useful to know.",
      "Understood, I'll go by that.",
      "Noted, thanks.",
      "I'll keep that in mind.",
      "That makes it clearer.",
    ],
    formal: [
      "Thank you, I shall bear that in mind.",
      "I am grateful you mention it.",
      "That is most useful to know.",
      "I have taken note of it.",
      "Understood, and thank you.",
      "I shall be guided by that.",
    ],
  },
  kept: {
    casual: [
      "Thanks for telling me. That sounds like a lot.",
      "I hear you, and it goes no further than you want.",
      "That can't be easy. I'll be careful with it.",
      "Got it, that's yours to share, not mine.",
      "Thanks for trusting me with that.",
    ],
    neutral: [
      "Thank you for telling me; I'll treat it with care.",
      "I'm sorry you have that on your mind.",
      "That is yours to share, and I'll leave it there.",
      "Thank you for your trust.",
      "I understand, and I'll be discreet.",
    ],
    formal: [
      "Thank you for confiding in me; I shall be discreet.",
      "I am sorry to hear it, and will treat it with care.",
      "I appreciate your trust in this.",
      "That remains for you to share as you see fit.",
      "I understand, and shall leave it at that.",
    ],
  },
  changed: {
    casual: [
      "Ah, so that's different now, got it.",
      "OK, I'll forget how it was before.",
      "Right, new situation then.",
      "Good that you say so, I'll switch to that.",
      "Thanks, I'd have gone by the old picture.",
    ],
    neutral: [
      "Thank you, I'll go by how it is now.",
      "So that has changed; I'll adjust.",
      "Good to know it's different these days.",
      "I'll put the earlier picture aside.",
      "Understood, from now on the new way.",
    ],
    formal: [
      "Thank you, I shall go by the present state of things.",
      "So matters have changed; I shall adjust accordingly.",
      "I am glad you tell me before I relied on the old.",
      "I shall set aside what you said before.",
      "Understood, and from now on as you say.",
    ],
  },
  stand: {
    casual: [
      "I'd still say so, but you know best.",
      "Fair question, though I'd stick with it.",
      "I think it holds up, honestly.",
      "Could be wrong, but it's what I'd do.",
      "I get the doubt. I'd keep it.",
    ],
    neutral: [
      "I understand the doubt, but I would keep to it.",
      "As far as I can tell it holds.",
      "It's a fair objection; my answer stays the same.",
      "I may be mistaken, yet I see no reason to change it.",
      "I would stand by it with what I know.",
    ],
    formal: [
      "I understand your doubt, yet I would stand by it.",
      "It is a fair objection, though I see no cause to change my advice.",
      "To the best of my knowledge it holds.",
      "I may be mistaken, but I would keep to it.",
      "With what I know, my answer remains.",
    ],
  },
  aside: {
    casual: [
      "Ha, I can imagine.",
      "Not much I can do about that one, sadly.",
      "Sounds like quite a day.",
      "Good one.",
      "I'll take your word for it.",
      "Oh, I hear that a lot lately.",
    ],
    neutral: [
      "I can well imagine.",
      "That I can't help with, I'm afraid.",
      "It sounds like quite a day.",
      "Thanks for telling me.",
      "I'll take your word for it.",
      "That is beyond me, but I sympathise.",
    ],
    formal: [
      "I can well imagine.",
      "In that, alas, I cannot be of help.",
      "It does sound like an eventful day.",
      "How very understandable.",
      "I gladly take your word for it.",
      "There I must leave the judgement to you.",
    ],
  },
  back: {
    casual: [
      "Back to it whenever you like.",
      "Shall we carry on?",
      "So, where were we.",
      "Anyway, the other thing is still open.",
      "Ready when you are.",
    ],
    neutral: [
      "Shall we go on?",
      "To return to your question whenever you wish.",
      "We can pick up where we were.",
      "The rest can follow now.",
      "Let's get back to it.",
    ],
    formal: [
      "Shall we return to the matter?",
      "We may continue whenever you wish.",
      "Let us resume where we left off.",
      "With your leave, back to the question.",
      "I am ready to go on when you are.",
    ],
  },
  nothing: {
    casual: [
      "Sorry, nothing fits all of that.",
      "I have nothing that ticks all the boxes.",
      "Hm, none of these would work for you.",
      "No luck, nothing suitable left.",
      "I'm out, nothing that fits.",
    ],
    neutral: [
      "I'm afraid nothing fits all of that.",
      "I have nothing that would meet it all.",
      "None of these would suit, I'm sorry to say.",
      "There is nothing suitable left, as it stands.",
      "I can't offer one that meets everything.",
    ],
    formal: [
      "I regret that nothing fits all of your wishes.",
      "I am sorry, but I have nothing that would answer.",
      "None of these, I fear, would do.",
      "I cannot offer one that meets every point.",
      "There is, I regret, nothing suitable among them.",
    ],
  },
  closest: {
    casual: [
      "Nothing fits every bit of that; {item} still comes nearest.",
      "There's no perfect one here, so {item} stays my pick. Nothing fits all of it.",
      "Honestly, nothing fits the lot. {item} gets closest.",
      "None of them does everything; {item} misses the least.",
    ],
    neutral: [
      "Nothing fits all of that; {item} comes closest.",
      "None of them meets every point. {item} misses the fewest.",
      "I have nothing that does it all; the nearest is {item}.",
      "Nothing fits everything here, and {item} loses least.",
    ],
    formal: [
      "I regret that nothing fits every wish; {item} comes nearest.",
      "None of them answers every point, though {item} falls short by least.",
      "I have nothing that meets them all; {item} would be the nearest.",
      "Nothing fits entirely, I fear; {item} remains the closest.",
    ],
  },
  recall: {
    casual: [
      "As far as I know, {tell}.",
      "What I've got is that {tell}.",
      "If I have it right, {tell}.",
      "You let me know that {tell}.",
      "I have it down that {tell}.",
    ],
    neutral: [
      "From what I know, {tell}.",
      "As I have it, {tell}.",
      "What I remember is that {tell}.",
      "If I am right, {tell}.",
      "My notes say that {tell}.",
    ],
    formal: [
      "To my knowledge, {tell}.",
      "If I recall correctly, {tell}.",
      "As I understand it, {tell}.",
      "I have it that {tell}.",
      "According to what I know, {tell}.",
    ],
  },
  unknown: {
    casual: [
      "That I don't know, you haven't said.",
      "No idea, it never came up.",
      "I've got nothing on that.",
      "You'd have to tell me, I don't have it.",
    ],
    neutral: [
      "I don't know; you haven't mentioned it.",
      "That hasn't come up between us.",
      "I have no record of that.",
      "I can't say, as you never told me.",
    ],
    formal: [
      "I do not know; you have not mentioned it.",
      "I have no knowledge of that, I am afraid.",
      "It has not come up between us so far.",
      "That I cannot say, for you have not told me.",
    ],
  },
  sorry: {
    casual: [
      "Sorry I couldn't be more use.",
      "Fair enough, sorry about that.",
      "OK, I'll leave it.",
      "Sorry, that went nowhere.",
    ],
    neutral: [
      "I'm sorry I couldn't help more.",
      "Understood, we'll leave it.",
      "I'm sorry this took you so long.",
      "Fair enough; I'm sorry.",
    ],
    formal: [
      "I am sorry not to have been of more help.",
      "I understand, and apologise.",
      "As you wish; I regret the trouble.",
      "Very well, with my apologies.",
    ],
  },
  plain: {
    casual: ["Simply put:", "In other words:", "What I meant:", "Let me say it again:"],
    neutral: ["Put differently:", "To say it another way:", "What I meant is this:", "More plainly:"],
    formal: [
      "Allow me to put it differently:",
      "In other words:",
      "To express it more clearly:",
      "What I meant to say:",
    ],
  },
  "no-detail": {
    casual: ["That bit I don't have, sorry.", "No details on that one, I'm afraid.", "I'd have to pass on that."],
    neutral: [
      "I don't have that detail, I'm afraid.",
      "That is not in what I have here.",
      "On that point I have nothing.",
    ],
    formal: [
      "I regret that I do not have that detail.",
      "On that point I have no information.",
      "That, I am sorry to say, is not at hand.",
    ],
  },
  mute: {
    casual: ["Nothing suitable.", "No match here.", "No match, sorry.", "Nothing fits."],
    neutral: ["Nothing suitable.", "No match here.", "No match, sorry.", "Nothing fits."],
    formal: ["Nothing suitable.", "No match here.", "No match, sorry.", "Nothing fits."],
  },
};
