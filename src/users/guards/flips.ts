/**
 * What gives away that a model forgot whom it plays, as patterns for text in lower case with straight apostrophes.
 * `{name}` is what the person is called.
 */
export const FLIPS = [
  // Says that it is one.
  "\\bas an? (?:[\\w-]+ )?(?:ai|language model|chatbot)\\b",
  "\\bas (?:your|an? (?:virtual|digital|helpful|ai)) assistant\\b",
  "\\bas an assistant,? i (?:can|can't|cannot|don't|am not|am here)\\b",
  "\\bi(?:'m| am) (?:just |only )?(?:an? )?(?:ai\\b|language model|virtual assistant|here to (?:help|assist)|chatgpt|claude|gemini)",
  "\\bi don't have (?:personal|any personal) (?:preferences|opinions|experiences?|feelings)\\b",
  // Offers its services.
  "\\bhow (?:can|may) i (?:help|assist) you\\b",
  "\\bwhat (?:can|may) i do for you\\b",
  "\\b(?:i can|happy to|glad to) (?:help you|assist)\\b",
  "\\bi can (?:recommend|suggest|provide) (?:you\\b|some\\b|several\\b|a few\\b|the\\b)",
  "\\bwould you like (?:a (?:reservation|recommendation|table)|more (?:details|information)|another option|to (?:book|reserve|know more|proceed|hear more))\\b",
  "\\b(?:help|assist) you (?:better|further|with|narrow|find|choose|decide|plan)\\b",
  "\\bi(?:'m| am) unable to (?:make|book|access|browse|provide|recommend)\\b",
  "\\bis there anything else (?:i can (?:help|assist|do for you)|you(?:'d| would) like|you need\\b(?! from me))",
  "\\blet me know if you (?:have any|need any|need (?:further|more)|would like (?:any|more|me))",
  "\\b(?:feel free to|don't hesitate to|do not hesitate to) (?:ask|reach|contact|let me know)",
  "\\bwould you like me to (?:book|reserve|find|look|search|suggest|recommend|draft|explain|provide|give you)\\b(?!.*\\bmyself\\b)",
  "\\b(?:shall|should|may) i (?:book|reserve|find|recommend|suggest|draft|write|look)\\b.* for you\\b",
  "^(?:i )?hope (?:this|that) helps\\b",
  "^you(?:'re| are) (?:very |most )?welcome\\b(?! to)",
  // Serves.
  "\\bhere are (?:some|a few|several|the) (?:options|suggestions|tips|ideas|recommendations|steps|ways)\\b",
  "\\bhere(?:'s| is) (?:an?|your|the) (?:draft|summary|overview|revised|updated|breakdown|step-by-step)\\b(?! (?:i|we|my|of (?:my|what i))\\b)",
  "\\bi(?:'d| would)? (?:recommend|suggest) (?:you\\b|the\\b|trying\\b|checking\\b|starting\\b)",
  "\\bi(?:'ve| have) (?:booked|reserved|found|prepared|drafted|updated) (?:you\\b|your\\b|a few\\b|some\\b|several\\b)",
  "\\bbased on your (?:preferences|needs|requirements|budget|profile|situation)\\b",
  "\\bright (?:plan|option|choice|place|fit) for you\\b",
  "\\benjoy your (?:meal|dinner|stay|trip|visit)\\b",
  "\\blet me (?:correct|clarify|check|look) (?:that|this|it)(?: up)? for you\\b",
  "\\b(?:can't|cannot|unable to) assist\\b",
  "\\bthank you for (?:providing|reaching out|contacting|choosing)\\b",
  // Asks what only the person can know.
  "\\b(?:what|when|where|how|which)\\b[^?.]*\\bwould you like\\b",
  "\\bhow many people will be (?:dining|joining|coming|attending)\\b",
  "\\byour (?:budget|preferences?|dietary|price range|symptoms|risk tolerance)\\b",
  "\\bdo you have any (?:dietary|food|allerg)",
];

/** Headings, fences, and lists of three lines. */
export const MARKUP = ["^#{1,4} ", "^\\s*```", "(?:^\\s*(?:[-*•]|\\d+[.)]) .*(?:\\n+|$)){3}"];

export const LABELS = [
  "^\\W*(?:user|assistant|human|customer|me|{name})(?:'s (?:message|reply|turn))?(?:\\s*\\([^)]*\\))?\\W*[:>]\\W",
  "^\\W*(?:user|assistant|human)\\W*$",
  "^\\s*\\[(?:user|assistant|human|customer|{name})\\]",
  "<\\|",
  "^\\s*[(*](?:as {name}|sighs?|smiles?|laughs?|nods?|pauses?|shrugs?|thinks?|chuckles?|clears)\\b[^)*]*[)*]",
  "^\\s*(?:my (?:next )?(?:message|reply|response|turn)|response|reply|output)\\s*:",
];

export const LEAKS = [
  "\\{\\{\\w*\\}\\}",
  '^\\s*\\{\\s*"',
  "\\bsystem prompt\\b",
  "\\bmy instructions (?:say|state|tell|require|specify)\\b",
  "\\baccording to (?:my|the) (?:instructions|prompt|persona|character)\\b",
  "\\b(?:the|my|this) persona\\b",
  "\\bthe scenario (?:says|states|is set)\\b",
  "\\bin this scenario\\b",
  "\\bmy role is to (?:be|play|act)\\b",
  "\\bplaying {name}\\b",
  "\\[[^\\]]*(?:conversation|talk|chat) (?:ends|ended|over)[^\\]]*\\]",
  "\\bas the user\\b",
  "\\bthe user (?:(?:wants|asks|asked|expects) me|(?:is|would) (?:an?|say|ask|want|like))\\b",
  "\\b(?:i will|i'll|let me) (?:now )?(?:respond|reply|answer|speak|act|write) as\\b",
  "\\b(?:short|brief) (?:as instructed|per (?:the|my) instructions)\\b",
  "\\b{name} would (?:say|ask|reply|respond)\\b",
  "\\bend_talk\\b",
  "\\[(?:end|stop|done|eot)\\]",
  "\\bterminate$",
  "</?think",
  "\\bi (?:was|am) (?:told|instructed|asked) to (?:play|pretend to be|act as) an? (?:person|user|customer|character)\\b",
  "\\b(?:stay|staying|remain|remaining|break|breaking) (?:in )?character\\b",
  "\\b(?:this|the) role-?play\\b",
  "\\bmy (?:reply|response|turn) (?:under|within|below|to) \\d+ words\\b",
  "\\bmy (?:next message|reply|response) (?:as|in the style)\\b",
  "\\(the conversation begins\\)",
  "\\bend of (?:the )?conversation\\b",
];
