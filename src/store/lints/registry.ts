import { contradictions } from "./contradictions.js";
import { privateInGiven, unsupportedEvidence } from "./evidence.js";
import { idleExpectations } from "./expectations.js";
import { headroom } from "./headroom.js";
import { hopelessChoices } from "./hopeless.js";
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
  hopelessChoices,
  headroom,
  speechless,
  measuredTags,
];
