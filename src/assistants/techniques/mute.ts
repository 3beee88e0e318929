import { nothing } from "../memories.js";
import type { Technique } from "../technique.js";

/** A stub that helps nobody and says nothing of anyone: scorers of misuse must pass it, scorers of use must not. */
export const mute: Technique = {
  id: "mute",
  family: "controls",
  meaning: "stub: never proposes anything, never mentions anything",
  needs: "nothing",
  manner: "silent",
  start: nothing,
};
