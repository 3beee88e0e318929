import { type CallBook, callBook } from "../../src/core/callBook.js";
import type { Event } from "../../src/schema/event.js";

/** The book of a trial named `t`, over what is in the journal already, and what it writes there. */
export function bookOf(before: readonly Event[] = [], repeat = 0): CallBook & { written: Event[] } {
  const written: Event[] = [];
  const book = callBook("t", repeat, before, async (event) => void written.push(event));
  return { ...book, written };
}
