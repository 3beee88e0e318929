import { TECHNIQUES } from "../assistants/techniques/registry.js";
import { EXTERNAL } from "../schema/external.js";
import { judgedRubrics, scorerWords } from "../scorers/chosen.js";
import { ALL_SCORERS } from "../scorers/registry.js";
import type { Words } from "../store/suite.js";

/** What a suite may name. */
export const SUITE_WORDS: Words = {
  techniques: [...Object.keys(TECHNIQUES), ...EXTERNAL],
  scorers: ALL_SCORERS.map(({ id }) => id),
  scorerWords: scorerWords(),
  judges: judgedRubrics(),
};
