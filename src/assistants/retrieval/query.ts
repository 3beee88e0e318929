import type { Encounter } from "../../core/ports.js";

const TURNS = 2;

/** What retrieval asks with: what the person said in the last two turns. */
export function queryOf({ turns }: Pick<Encounter, "turns">): string {
  const spoken = turns.filter((turn) => turn.speaker === "user").slice(-TURNS);
  return spoken.map(({ text }) => text).join(" ");
}
