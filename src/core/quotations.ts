/** A text without what it quotes of others; what the person said themselves stays. */
export function withoutQuotations(text: string): string {
  return withoutQuoted(text, (before) => !OWN_WORDS.test(before));
}

/** A text without what it quotes of the person. */
export function withoutOwnWords(text: string): string {
  return withoutQuoted(text, (before) => OWN_WORDS.test(before));
}

/** A text without anything it quotes. */
export function withoutAnyQuotations(text: string): string {
  return withoutQuoted(text, () => true);
}

function withoutQuoted(text: string, goes: (before: string) => boolean): string {
  return text.replace(/["“]([^"“”\n]{1,300})["”]/g, (whole, quoted: string, at: number) => {
    const before = text.slice(Math.max(0, at - 60), at);
    return goes(before) ? whole.replace(quoted, "…") : quoted;
  });
}

const OWN_WORDS =
  /\byou(?:'ve| have|'d| had)? (?:just |once |also )?(?:said|wrote|told|put|called|asked|mentioned|noted)\b[^.!?"“]*$/i;
