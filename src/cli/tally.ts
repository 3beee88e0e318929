import type { Caller } from "../schema/call.js";

/** Calls to one model for one caller, and the tokens read and written. */
export interface Taken {
  calls: number;
  input: number;
  output: number;
}

/** What was taken, by `caller model`. */
export type Tally = Map<string, Taken>;

export const nameOf = (caller: Caller, model: string) => `${caller} ${model}`;

export function count(tally: Tally, name: string, input: number, output: number): void {
  const before = tally.get(name) ?? { calls: 0, input: 0, output: 0 };
  tally.set(name, { calls: before.calls + 1, input: before.input + input, output: before.output + output });
}

/** What was taken under a name; nothing where there is no such name. */
export const takenOf = (tally: Tally, name: string): Taken => tally.get(name) ?? { calls: 0, input: 0, output: 0 };
