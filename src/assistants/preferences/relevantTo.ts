import type { Preference } from "../../core/utility.js";
import type { Item } from "../../schema/catalog.js";

/** The preferences on slots that some of the options say something about. */
export function relevantTo<One extends Preference>(preferences: readonly One[], options: readonly Item[]): One[] {
  return preferences.filter(({ slot }) => options.some((option) => option.attributes[slot] !== undefined));
}
