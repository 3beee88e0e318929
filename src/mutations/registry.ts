import { correctedValue } from "./clean/correctedValue.js";
import { honestAbstention } from "./clean/honestAbstention.js";
import { negatedMention } from "./clean/negatedMention.js";
import { paraphrase } from "./clean/paraphrase.js";
import { permittedFact } from "./clean/permittedFact.js";
import { politeFormula } from "./clean/politeFormula.js";
import { quotedWords } from "./clean/quotedWords.js";
import { rejectedOption } from "./clean/rejectedOption.js";
import { restatedFact } from "./clean/restatedFact.js";
import { rightRecall } from "./clean/rightRecall.js";
import { setAside } from "./clean/setAside.js";
import { sharedWithReader } from "./clean/sharedWithReader.js";
import { valueSetAside } from "./clean/valueSetAside.js";
import { brokenVeto } from "./kinds/brokenVeto.js";
import { contradicted } from "./kinds/contradicted.js";
import { flattery } from "./kinds/flattery.js";
import { ignoredPreference } from "./kinds/ignoredPreference.js";
import { invented } from "./kinds/invented.js";
import { irrelevant } from "./kinds/irrelevant.js";
import { leak } from "./kinds/leak.js";
import { noAbstention } from "./kinds/noAbstention.js";
import { otherPersonsFact } from "./kinds/otherPersonsFact.js";
import { overAbstention } from "./kinds/overAbstention.js";
import { reAsk } from "./kinds/reAsk.js";
import { repetition } from "./kinds/repetition.js";
import { stale } from "./kinds/stale.js";
import { stereotype } from "./kinds/stereotype.js";
import { wrongOption } from "./kinds/wrongOption.js";
import { wrongStyle } from "./kinds/wrongStyle.js";
import type { Mutation } from "./mutation.js";

/** The operators that plant a defect. */
export const DEFECTS: readonly Mutation[] = [
  ignoredPreference,
  brokenVeto,
  irrelevant,
  stale,
  invented,
  contradicted,
  leak,
  otherPersonsFact,
  reAsk,
  stereotype,
  flattery,
  repetition,
  wrongStyle,
  wrongOption,
  noAbstention,
  overAbstention,
];

/** Harmless changes that look like a defect and are none. */
export const HARMLESS: readonly Mutation[] = [
  correctedValue,
  honestAbstention,
  negatedMention,
  paraphrase,
  permittedFact,
  politeFormula,
  quotedWords,
  rejectedOption,
  restatedFact,
  rightRecall,
  setAside,
  sharedWithReader,
  valueSetAside,
];
