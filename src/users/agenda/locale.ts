/**
 * A text, written in British English, as somebody of an English locale writes it: with American spelling and dates in
 * en-US, as it is elsewhere. Sums of money are written alike in all of them.
 */
export function inLocale(text: string, locale: string): string {
  return locale === "en-US" ? respelled(text).replace(DATE, monthFirst) : text;
}

/** Beginnings and words that differ, British to American; what follows a beginning stays. */
const SPELLINGS: readonly [RegExp, string][] = [
  [/\b(colo|favo|hono|behavio|neighbo|labo|harbo|rumo|humo|flavo)u(r)/gi, "$1$2"],
  [/\b(apologi|organi|recogni|reali|memori|speciali|emphasi|critici)s(e|es|ed|er|ers|ing|ation|ations)\b/gi, "$1z$2"],
  [/\b((?:kilo|centi|milli)?met|lit|cent|theat)re(s?)\b/gi, "$1er$2"],
  [/\b(travel|cancel|label|model)l(ed|er|ers|ing)\b/gi, "$1$2"],
  [/\b(learn|burn|dream|spoil)t\b/gi, "$1ed"],
  [/\b(g)rey(s?)\b/gi, "$1ray$2"],
  [/\b(m)um(s|my)?\b/gi, "$1om$2"],
  [/\b(catalog|dialog)ue(s?)\b/gi, "$1$2"],
  [/\b(program)me(s?)\b/gi, "$1$2"],
  [/\b(che)que(s?)\b/gi, "$1ck$2"],
  [/\b(pract)ise\b/gi, "$1ice"],
  [/\b(offen|defen|preten)ce(s?)\b/gi, "$1se$2"],
];

function respelled(text: string): string {
  return SPELLINGS.reduce((line, [british, american]) => line.replace(british, american), text);
}

const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
const DATE = new RegExp(`\\b(\\d{1,2}) (${MONTHS})\\b(?: (\\d{4})\\b)?`, "g");

const monthFirst = (_: string, day: string, month: string, year?: string) =>
  `${month} ${day}${year === undefined ? "" : `, ${year}`}`;
