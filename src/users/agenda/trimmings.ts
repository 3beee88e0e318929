import type { Band } from "./style.js";
import { CASUAL } from "./trimmings/casual.js";
import { FORMAL } from "./trimmings/formal.js";
import { NEUTRAL } from "./trimmings/neutral.js";

/** What a turn can be trimmed with: said before or behind its core, so that few cores make many turns. */
export type Trimmed = "request" | "aside" | "doubt" | "bye" | "decline" | "repeat" | "prompt" | "no-preference";

/** Small words before and behind, each whole with its own mark. */
export type Trimmings = Readonly<Record<Trimmed, { before: readonly string[]; behind: readonly string[] }>>;

/** By band: what people put around questions, asides, doubts and farewells. */
export const TRIMMINGS: Readonly<Record<Band, Trimmings>> = { casual: CASUAL, neutral: NEUTRAL, formal: FORMAL };
