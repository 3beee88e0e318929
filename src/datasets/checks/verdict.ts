/** What a rule says of a reply; `undetermined` where it cannot tell. */
export type Verdict = "pass" | "fail" | "undetermined";
