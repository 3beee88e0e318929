import { measured } from "../../core/measure.js";
import type { World } from "../../core/world.js";
import type { Item } from "../../schema/catalog.js";
import type { Lint } from "./lint.js";

/** How far a number may lie from its tag, as a share of the tag. */
const TOLERANCE = 0.1;

/** Tags of a variant that its own texts contradict, on slots that are measured in what an assistant delivers. */
export const measuredTags: Lint = (world, problem) =>
  Object.values(world.catalogs).flatMap((catalog) =>
    catalog.items.flatMap((item, index) =>
      disagreements(world, item).flatMap(({ slot, tag, found, text }) =>
        problem(
          "catalog",
          catalog.id,
          ["items", index, "attributes", slot],
          `is ${tag}, but text ${text + 1} of '${item.id}' measures ${found}`,
          "mend the tag or the text",
        ),
      ),
    ),
  );

function disagreements({ slots }: World, item: Item) {
  return Object.entries(item.attributes).flatMap(([slot, tag]) =>
    item.text.flatMap((body, text) => {
      const found = slots[slot] ? measured(slots[slot], filled(body)) : null;
      return found === null || agrees(tag, found) ? [] : [{ slot, tag, found, text }];
    }),
  );
}

function agrees(tag: unknown, found: string | number): boolean {
  if (typeof tag === "number" && typeof found === "number") return Math.abs(found - tag) <= TOLERANCE * Math.abs(tag);
  return tag === found;
}

/** `{slot}` is filled with a person's own clause about it; the personas' run to about a dozen words. */
const filled = (body: string) => body.replace(/\{[\w-]+\}/g, CLAUSE);
const CLAUSE = "there is something about me that only few people know so far";
