/** What would follow a name as the name of somebody who is spoken of. */
export const DOES =
  "(?:would|wants?|needs|prefers|likes|loves|hates|thinks|feels|knows|hopes|asks|finds|lives|works|eats|seems|appreciates|" +
  "is|was|has|does|can|could|will|should|might|isn't|wasn't|hasn't|doesn't|didn't|can't|cannot|couldn't|won't|wouldn't|shouldn't)";

/** What is said of the name itself: "Mara is my name", "Mara is fine". */
const OF_THE_NAME =
  "(?:my|me|short|fine|ok|okay|enough|with|what|how|spelt|spelled|the name|a common|an? \\p{L}+ name)";

/** Words for others may speak of oneself by name: "tell him Mara will call". */
const DICTATED = "(?<!\\b(?:tell|told|write|wrote|say|says|let|ask|remind|sign|put|note|text|mail)\\b[^.!?]*)";

/** What is told of somebody as theirs. */
export const HERS =
  "(?:budget|diet|preferences?|tastes?|needs?|allerg(?:y|ies)|condition|situation|schedule|requests?|goals?|requirements?|illness|income|health|priorit(?:y|ies))";

/** A person who speaks of herself by name, as a model does that tells of its part instead of playing it. `{name}` is what she is called. */
export const THIRD_PERSON = [
  `${DICTATED}(?:^|[.!?;,–—]\\s+|\\b(?:and|but|so|since|because)\\s+){name} ${DOES}\\b(?! ${OF_THE_NAME}\\b)`,
  `\\b{name}'s ${HERS}\\b`,
  "^for {name}, (?:an?|the|it|this|that|something|somewhere)\\b",
  "\\bas {name},? (?:i|my)\\b",
];
