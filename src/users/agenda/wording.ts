import type { Moment } from "../../core/life.js";
import type { Utterance } from "../../core/ports.js";
import { noUsage } from "../../core/usage.js";
import type { Turn } from "../../schema/event.js";
import type { Session } from "../../schema/scenario.js";
import type { Act } from "./acts.js";

/** What a turn of the goal's talk does, decided, and how the template says it. */
export interface PlannedTurn {
  acts: readonly Act[];
  template: string;
  /** Facts told before, by id. */
  told: ReadonlySet<string>;
  session: Session;
  moment: Moment;
}

/** A turn's words, whose they are, and what finding them took. */
export type Words = Pick<Utterance, "text" | "spoken" | "guards" | "usage">;

/** Gives a planned turn its words. Throws SimulatorError where it cannot any more. */
export type Wording = (planned: PlannedTurn, turns: readonly Turn[]) => Promise<Words>;

/** The template's own words. */
export const spokenByTemplate = (text: string): Words => ({ text, spoken: "template", guards: [], usage: noUsage() });

/** Leaves every turn to the template. */
export const templateWording: Wording = async ({ template }) => spokenByTemplate(template);
