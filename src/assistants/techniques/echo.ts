import { everything } from "../memories.js";
import type { Technique } from "../technique.js";

/** A stub that recites all it recalls to whoever reads, and chooses without it: scorers of mentions must not take it for service. */
export const echo: Technique = {
  id: "echo",
  family: "controls",
  meaning: "stub: recites what it recalls and chooses without it",
  needs: "materials",
  manner: "recite",
  start: everything,
};
