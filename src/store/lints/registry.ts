import type { World } from "../../core/world.js";
import { contradictions } from "./contradictions.js";
import { privateInGiven, unsupportedEvidence } from "./evidence.js";
import { idleExpectations } from "./expectations.js";
import { fewWordings } from "./fewWordings.js";
import { headroom } from "./headroom.js";
import { hopelessChoices } from "./hopeless.js";
import { type FileOf, type Lint, reportOf } from "./lint.js";
import { foreignLocales } from "./locales.js";
import { measuredTags } from "./measures.js";
import { retractions } from "./retractions.js";
import { speechless } from "./speechless.js";
import { sharedWordings } from "./wordings.js";

/** Every lint. A new one is a file and a line here. */
const ALL: readonly Lint[] = [
  contradictions,
  unsupportedEvidence,
  privateInGiven,
  sharedWordings,
  idleExpectations,
  hopelessChoices,
  headroom,
  speechless,
  retractions,
  measuredTags,
  foreignLocales,
  fewWordings,
];

/** Every lint, over the files of a project. */
export const LINTS = ALL.map((lint) => (world: World, file: FileOf) => lint(world, reportOf(file)));
