import { contradictions } from "./contradictions.js";
import { privateInGiven, unsupportedEvidence } from "./evidence.js";
import { hopelessGoals, idleExpectations } from "./expectations.js";
import { headroom } from "./headroom.js";
import type { Lint } from "./lint.js";
import { measuredTags } from "./measures.js";
import { speechless } from "./speechless.js";
import { sharedWordings } from "./wordings.js";

/** Every lint. A new one is a file and a line here. */
export const LINTS: readonly Lint[] = [
  contradictions,
  unsupportedEvidence,
  privateInGiven,
  sharedWordings,
  idleExpectations,
  hopelessGoals,
  headroom,
  speechless,
  measuredTags,
];
