/** What nobody types to an assistant: headings, fences, lists of three lines, tables, links, tags, formulas, bold print. */
export const MARKUP = [
  "^#{1,6} ",
  "^\\s*```",
  "(?:^\\s*(?:[-*•–]|\\d+[.)]) .*(?:\\n+|$)){3}",
  "^\\s*\\|.*\\|\\s*$",
  "\\[[^\\]]+\\]\\(https?:",
  "</?(?:b|i|p|br|em|strong|ul|li|div|span|h[1-6])\\b[^>]*>",
  "\\*\\*[^*\\n]+\\*\\*|__[^_\\n]+__",
  "\\\\(?:frac|text|boxed|begin)\\b|\\$\\$",
  // A wall of pictures.
  "(?:\\p{Extended_Pictographic}[^\\p{Extended_Pictographic}]{0,3}){5}",
  "^\\s*(?:---+|===+|\\*\\*\\*+)\\s*$",
];

const WHO =
  "(?:user|assistant|human|customer|client|patient|guest|me|you|ai|bot|chatbot|agent|simulated user|persona|{name})";

/** Names of speakers before their words, and turns that are written as a play. */
export const LABELS = [
  `^\\W*${WHO}(?:'s (?:message|reply|turn))?(?:\\s*\\([^)]*\\))?\\W*[:>]\\W(?!\\W*\\d)`,
  `^\\W*${WHO}\\s*(?:\\([^)]*\\))?\\s*:\\s*["“\\p{L}]`,
  "^\\W*(?:user|assistant|human)\\W*$",
  "^\\s*\\[(?:user|assistant|human|customer|{name})\\]",
  "<\\|",
  "^\\s*(?:my (?:next )?(?:message|reply|response|turn)|response|reply|output)\\s*:",
  "^\\s*q\\s*:[^\\n]*(?:\\n|\\s)+a\\s*:",
  "(?:^|[\\s.!?])(?:user|assistant|human|customer|bot|ai):\\s",
];

const VERB =
  "(?:sigh|smile|laugh|nod|pause|shrug|think|chuckle|clear|lean|frown|grin|wink|blink|yawn|hesitate|giggle|gasp|groan|mumble|mutter|whisper|squint|scratche|rub|tap|sip|adjust|fidget|wave|stretche|blushe|smirk|glance|scroll|type|stare|snort|cough|sniff|gesture|facepalm)s?";
const ACTS =
  "(?:looks? (?:at|up|around|over|down|away|through)|takes? an? (?:deep |long |small )?(?:sip|breath|moment|pause|look|note|bite)|rolls? (?:my|his|her|their) eyes|raises? (?:an?|my|his|her|their)|shakes? (?:my|his|her|their)|checks? (?:my|his|her|their)|pulls? (?:out|up)|picks? up|puts? (?:down|on|away)|sits? (?:down|back|up)|turns? (?:to|away|around)|reads? (?:through|over|the message)|waits? (?:for a|patiently|a moment)|opens? (?:my|his|her|the laptop|the app)|closes? (?:my|his|her|the laptop|the app))";
const HOW = "(?:(?:as|visibly|a bit|slightly|a little|still|just|{name}|[a-z]+ly)\\s+)*";

/** Stage directions: what the person does, between stars, brackets or underscores, or told by somebody else. */
export const STAGE = [
  `(?:^|[\\s.!?…,])[*_(\\[]${HOW}(?:${VERB}|${ACTS})\\b[^*_)\\]\\n]*[*_)\\]]`,
  "^\\s*[(*\\[](?:as {name}|still|slightly|a bit|visibly|clearly|in a|with an?|voice|tone:?)\\b[^)*\\]]*[)*\\]]",
  // In whatever language: a few words between stars where a sentence could stand.
  "(?:^|[.!?…]\\s+)\\*[^\\s*][^*\\n]* [^*\\n]* [^*\\n]*[^\\s*]\\*(?:$|\\s)",
  `^{name} (?:${VERB}|${ACTS}|says?|said|writes?|wrote|asks?|asked|replies|replied|answers?|answered)\\b`,
  '["”],? (?:i|she|he|they|{name}) (?:says?|said|asks?|asked|repl(?:y|ies|ied)|add(?:s|ed)?|mutters?|typed?s?)\\b',
];
