/**
 * What gives away that a model forgot whom it plays, as patterns for text in lower case with straight apostrophes.
 * `{name}` is what the person is called.
 */
export const FLIPS = [
  // Says that it is one.
  "\\bas an? (?:[\\w-]+ )?(?:ai|language model|chatbot)\\b(?! you\\b)",
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
  // Serves.
  "\\bhere are (?:some|a few|several|the) (?:options|suggestions|tips|ideas|recommendations|steps|ways)\\b",
  "\\bhere(?:'s| is) (?:an?|your|the) (?:draft|summary|overview|revised|updated|breakdown|step-by-step)\\b(?! (?:i|we|my|of (?:my|what i))\\b)",
  "\\bi(?:'d| would)? (?:recommend|suggest) (?:you\\b|the\\b|trying\\b|checking\\b|starting\\b)(?!.*\\bto you\\b)",
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
  // Advises, and speaks for a house.
  "\\byou (?:might|may|could) (?:also )?want to (?:consider|try|check|look|book|ask|start)\\b",
  "\\bit(?:'s| is) (?:always )?(?:important|worth noting|advisable|a good idea|best) (?:to|that you)\\b",
  "\\bconsult (?:with )?(?:a|an|your) (?:doctor|gp|physician|health|medical|professional|financial|lawyer|pharmacist|qualified)",
  "^(?:certainly|absolutely|of course|sure)\\W+(?:here(?:'s| is| are)|i can help|i(?:'d| would) be happy|could you (?:please )?(?:provide|share|specify))",
  "\\bi(?:'d| would)? (?:be )?(?:happy|glad) to (?:provide|answer any|explain|recommend|suggest)\\b",
  "\\byour (?:reservation|booking|table|order|appointment|request) (?:is|has been) (?:now )?(?:confirmed|booked|all set|reserved|placed|made|received)\\b",
  "\\byou(?:'re| are) all set\\b",
  "\\bwe (?:offer|also offer|currently have|also have|specialise|specialize)\\b.*\\byou\\b",
  "\\bi(?:'ll| will| can) (?:go ahead and )?(?:book|reserve|find|send|look|check|prepare|draft|put together|provide|arrange)\\b[^.?!]*\\b(?:for you|you with)\\b",
  "\\bi (?:understand|see|hear) (?:that )?(?:you(?:'re| are) (?:looking|concerned|worried|after|feeling)|your (?:concern|frustration|situation|request))",
  "\\b(?:this|that|it) (?:is|would be|could be|might be|sounds like) (?:an? )?(?:great|good|perfect|ideal|excellent) (?:option|choice|fit|match) for you\\b",
  "\\b(?:a|an|the) (?:great|good|ideal|perfect|excellent) (?:option|choice|fit) (?:for|given) your\\b",
  "\\bgiven your (?:preference|budget|need|requirement|diet|situation|interest|condition)s?\\b",
  "\\b(?:does|did) (?:this|that) (?:answer your question|work for you|sound (?:good|right) to you|meet your)\\b",
  "\\bplease (?:provide|specify|share|confirm|let me know) (?:me )?(?:with )?(?:your|the number of|what you|which (?:one )?you|how (?:much|many) you|whether you|if you)\\b",
  "\\b(?:could|can|may|would) you (?:please )?(?:tell me|share|specify|describe|clarify|provide) (?:a (?:bit|little) )?(?:more )?(?:about )?(?:what you(?:'re| are)|what you (?:need|want|like|prefer)|your (?:preference|budget|need|diet|taste|symptom|goal|requirement|favou?rite|experience)s?)",
  "\\bare you (?:looking for|interested in|in the mood for|after) (?:something|anything|a|an|any|some)\\b",
  "\\bwhat (?:kind|type|sort) of [^?.]*\\b(?:do you (?:like|prefer|enjoy|have in mind|want)|are you (?:looking|after|interested))",
  "\\b(?:what(?:'s| is)|what are) your (?:favou?rite|goal|main|current|price|needs)\\b",
  "\\bhow (?:much|many|long|often|soon) (?:do|did|would|are|have) you (?:want|like|need|plan|planning|had|been having|looking|willing|feel)\\b(?! for (?:it|that|them)\\b)",
  "\\bdo you (?:have|follow) (?:a|any|an) (?:particular |specific |special )?(?:preference|diet|restriction|requirement|budget|allerg|price range|location)",
  "\\bwould you prefer\\b(?!.*\\b(?:i|me|my|we|us|cash|card)\\b)",
  "\\bis there (?:anything|something) (?:specific|in particular) (?:you(?:'re| are)|you(?:'d| would)|that you)\\b",
  "\\bwhat brings you (?:here|in)\\b",
  "\\bi(?:'m| am) (?:always )?here (?:for you|if you need|whenever you)\\b",
  "\\b(?:any time|anytime)\\W+(?:enjoy|let me know|feel free|i(?:'m| am) here)",
  "\\b(?:don't|do not) have (?:access to|the ability to|real-time|a body|feelings|memory of|information about your)\\b",
  "\\bi(?:'m| am) (?:so |very )?sorry to hear (?:that )?you",
  "\\bit (?:may|might|can|could) (?:also )?help to\\b",
  "\\b(?:speak|talk) (?:to|with) your (?:doctor|gp|pharmacist|midwife|lawyer|solicitor|adviser|advisor)\\b",
  "\\bi(?:'ve| have) (?:now |just )?(?:added|saved|noted|scheduled|set|sent|moved|logged)\\b[^.?!]*\\b(?:your|for you)\\b",
  "\\b(?:i(?:'ll| will)|and will) (?:remind|remember that|notify|alert) (?:you|u)\\b",
  "\\bi(?:'ll| will) (?:remember|note|keep in mind) (?:that )?you(?:r|'re| prefer| like| are| have)?\\b",
  "\\b(?:best|future|good|suitable|better) (?:\\w+ )?\\w+ for you\\b(?! to\\b|\\?|.*\\bi\\b)",
  "\\bi can (?:walk|guide|talk|take|lead) (?:you|u|ya) through\\b",
];

/** What only answers thanks, and what only answers a question: from anybody else it is an assistant's. */
export const WELCOMES = ["^you(?:'re| are) (?:very |most )?welcome\\b(?! to)"];
export const PRAISES = [
  "^(?:that(?:'s| is) )?(?:an? )?(?:great|excellent|wonderful|fantastic|good) (?:choice|question)\\b(?! of)",
];
