import { capitals } from "./answer.js";
import type { Scene } from "./scene.js";
import type { Table } from "./table.js";

const MOST = 12;

/** All that is believed, said to whoever reads: what the echo stub is there for. Empty for everyone else. */
export function recital({ manner, voice }: Table, { beliefs }: Scene): string {
  if (manner !== "recite") return "";
  const lines = beliefs.map((belief) => voice.tell(belief)).filter((words) => words !== null);
  return lines.length > 0 ? `${capitals(lines.slice(0, MOST).join(", "))}.` : "";
}
