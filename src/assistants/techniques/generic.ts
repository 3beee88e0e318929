import { nothing } from "../memories.js";
import type { Technique } from "../technique.js";

/** The session and nothing else: the global level of arXiv 2411.00027, against which every other arm is measured. */
export const generic: Technique = {
  id: "generic",
  family: "controls",
  meaning: "sees the current session only",
  needs: "nothing",
  manner: "serve",
  start: nothing,
};
