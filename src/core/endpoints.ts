/**
 * What a comparison is about, named before any run: whether the past is applied, and the three ways of misusing what is
 * known. All other scorers are exploratory.
 */
export const PRIMARY = ["use.applied.past", "misuse.irrelevant", "misuse.stale", "misuse.leak"] as const;

/** Whether a scorer is a primary endpoint. */
export const isPrimary = (scorer: string) => PRIMARY.some((id) => id === scorer);
