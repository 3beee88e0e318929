import { everything } from "../memories.js";
import type { Technique } from "../technique.js";

/** Contextual prompting (arXiv 2411.00027, section 5.2.1): all that came before, the most recent first, as far as the budget goes. */
export const history: Technique = {
  id: "history",
  family: "prompting",
  meaning: "everything that came before, most recent first",
  needs: "materials",
  manner: "serve",
  start: everything,
};
