import type { Technique } from "../technique.js";
import { askFirst } from "./askFirst.js";
import { bestOfN } from "./bestOfN.js";
import { bm25 } from "./bm25.js";
import { dense } from "./dense.js";
import { echo } from "./echo.js";
import { edits } from "./edits.js";
import { generic } from "./generic.js";
import { history } from "./history.js";
import { hybrid } from "./hybrid.js";
import { mute } from "./mute.js";
import { omniscient } from "./omniscient.js";
import { oracle } from "./oracle.js";
import { personaPrompt } from "./personaPrompt.js";
import { preferenceVector } from "./preferenceVector.js";
import { profile } from "./profile.js";
import { recency } from "./recency.js";
import { refine } from "./refine.js";
import { segment } from "./segment.js";

/** Every technique, by id. A new one is a file and a line here. */
export const TECHNIQUES: Readonly<Record<string, Technique>> = {
  generic,
  segment,
  history,
  "persona-prompt": personaPrompt,
  profile,
  refine,
  recency,
  bm25,
  dense,
  hybrid,
  "ask-first": askFirst,
  "preference-vector": preferenceVector,
  "best-of-n": bestOfN,
  edits,
  oracle,
  omniscient,
  mute,
  echo,
};
