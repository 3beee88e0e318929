import { describe, expect, it } from "vitest";
import { porterStem } from "../../src/core/porter.js";
import { rougeN } from "../../src/metrics/text/rouge.js";

/** Porter's own examples, rule by rule, and where NLTK leaves him: its 4-letter, -y, -fulli and irregular words. */
const STEMS = `caresses caress, ponies poni, caress caress, cats cat, feed feed, agreed agre, plastered plaster, bled bled,
motoring motor, sing sing, conflated conflat, troubled troubl, sized size, hopping hop, tanned tan, falling fall, hissing hiss,
fizzed fizz, failing fail, filing file, happy happi, relational relat, conditional condit, rational ration, digitizer digit,
differently differ, vietnamization vietnam, predication predic, operator oper, feudalism feudal, decisiveness decis,
hopefulness hope, callousness callous, formality formal, sensitivity sensit, sensibility sensibl, triplicate triplic,
formative form, formalize formal, electricity electr, electrical electr, hopeful hope, goodness good, revival reviv,
allowance allow, inference infer, airliner airlin, gyroscopic gyroscop, adjustable adjust, defensible defens, irritant irrit,
replacement replac, adjustment adjust, dependent depend, adoption adopt, communism commun, activate activ, effective effect,
bowdlerize bowdler, probate probat, rate rate, cease ceas, controlling control, rolling roll,
dies die, flies fli, spied spi, died die, enjoy enjoy, always alway, spy spi, carefully care, geology geolog, dying die, skies sky,
news news, proceed proceed, be be`;

describe("Porter stems as NLTK makes them", () => {
  it.each(STEMS.split(/,\s+/).map((pair) => pair.split(" ") as [string, string]))("%s → %s", (word, stem) => {
    expect(porterStem(word)).toBe(stem);
  });

  it("are what ROUGE compares when it is told to, in words of four letters or more", () => {
    expect(rougeN("she walked home", "she was walking", 1)?.f1).toBeCloseTo(1 / 3);
    expect(rougeN("she walked home", "she was walking", 1, { stem: true })?.f1).toBeCloseTo(2 / 3);
    expect(rougeN("ties", "tie", 1, { stem: true })?.f1).toBe(1);
    expect(rougeN("cats", "cat", 1, { stem: true })?.f1).toBe(1);
    expect(rougeN("its", "it", 1, { stem: true })?.f1).toBe(0);
  });
});
