import { InMemoryStore } from "@langchain/langgraph";
import type { Keep } from "../core/ports.js";

const PERSON = ["person"];
/** More entries than any technique keeps of one person. */
const ALL = 100_000;

/** What is kept of one person, in a LangGraph store that lives as long as the trial. */
export function memoryKeep(): Keep {
  const store = new InMemoryStore();
  return {
    put: (key, entry) => store.put(PERSON, key, entry),
    drop: (key) => store.delete(PERSON, key),
    async all() {
      const found = await store.search(PERSON, { limit: ALL });
      const inOrder = found.toSorted((one, other) => (one.key < other.key ? -1 : 1));
      return inOrder.map(({ key, value }) => ({ key, entry: value }));
    },
  };
}
