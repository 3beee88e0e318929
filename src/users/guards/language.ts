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
  return sentencesOf(text).some((sentence) => isOtherScript(sentence) || isForeignSentence(sentence));
}

/** A quoted word of another script is no switch. */
function isOtherScript(sentence: string): boolean {
  const letters = sentence.match(/\p{L}/gu)?.length ?? 0;
  const other = letters - (sentence.match(/\p{Script=Latin}/gu)?.length ?? 0);
  return other > 3 && 2 * other > letters;
}

/** A greeting or a dish is no switch: it takes four words, two of them little ones and none of those English. */
function isForeignSentence(sentence: string): boolean {
  const words = wordsOf(sentence);
  const foreign = words.filter((word) => FOREIGN.has(word)).length;
  const english = words.filter((word) => ENGLISH.has(word)).length;
  return words.length >= 4 && foreign >= 2 && foreign > 2 * english;
}
