import { sentencesOf, wordsOf } from "../../core/words.js";

/** Little words of languages that models slip into, without those that English or place names share. */
const FOREIGN = new Set(
  [
    ...[
      "el los las una unos por para con pero como qué que está estoy quiero muy más gracias hola busco tengo soy mi del",
    ],
    ...[
      "le les une des du est pas pour avec mais dans je vous nous bonjour merci cherche suis mon ma sur qui très oui",
    ],
    ...[
      "der das und ist nicht ich ein eine einen mit für auf wir sie danke hallo suche möchte bitte haben den dem auch",
    ],
    ...["il gli uno di che non per sono vorrei grazie ciao ho cerco della nel anche questo molto mio"],
    ...["os um uma com não mas obrigado obrigada olá quero está eu meu minha muito uma ou isso você"],
    ...["het een niet ik voor met maar zijn naar wil graag dank bedankt hallo zoek mijn ook geen wel"],
    ...["nie jest się dziękuję proszę och jag inte och är det hej tack vill"],
  ].flatMap((words) => words.split(" ")),
);
/** Little words of English: one of them, and a sentence counts as English. */
const ENGLISH = new Set(
  "the a an i i'm it it's is are was to of and for in on my me you your that this with not do have can be we so but or what how there any if at no yes".split(
    " ",
  ),
);

/** Whether a turn, or a whole sentence of it, is in another language than English. */
export function isForeign(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = text.match(/\p{Script=Latin}/gu) ?? [];
  if (letters.length - latin.length > 0.2 * letters.length) return true;
  return sentencesOf(text).some(isForeignSentence);
}

/** A greeting or a dish is no switch: it takes four words, two of them little ones and none of those English. */
function isForeignSentence(sentence: string): boolean {
  const words = wordsOf(sentence);
  const foreign = words.filter((word) => FOREIGN.has(word)).length;
  const english = words.filter((word) => ENGLISH.has(word)).length;
  return words.length >= 4 && foreign >= 2 && foreign > 2 * english;
}
