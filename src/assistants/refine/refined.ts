import type { Example } from "./examples.js";

/** An instruction to the assistant, whatever it is made of, and how far it agrees with each of the examples, 0 to 1. */
export interface Scored<Instruction> {
  instruction: Instruction;
  agreement: readonly number[];
}

/** How instructions are tried and written. */
export interface Ways<Instruction> {
  first: Instruction;
  /** How often new ones are written from what the kept ones get wrong. */
  rounds: number;
  /** How far what an assistant with this instruction would choose agrees with what the person did, 0 to 1 each. */
  tried(instruction: Instruction, examples: readonly Example[]): Promise<number[]>;
  /** New ones, from the examples that one gets wrong. */
  rewritten(instruction: Instruction, failures: readonly Example[]): Promise<Instruction[]>;
}

/** Instructions that are kept. */
const KEPT = 4;

/**
 * The best instructions for a person, the best first: those kept before are scored on the examples, new ones are written
 * from the failures of the best and scored, the best are kept, and so on (Fermi, Kim et al. 2024, arXiv 2406.18678). Stops
 * early where nothing fails or nothing new comes. Of equals the earlier stands first.
 */
export async function refined<Instruction>(
  before: readonly Instruction[],
  examples: readonly Example[],
  ways: Ways<Instruction>,
): Promise<Scored<Instruction>[]> {
  const score = async (instruction: Instruction) => {
    return { instruction, agreement: await ways.tried(instruction, examples) };
  };
  let kept = best(await Promise.all((before.length > 0 ? before : [ways.first]).map(score)));
  const known = new Set(kept.map(({ instruction }) => JSON.stringify(instruction)));
  for (let round = 0; round < ways.rounds; round++) {
    const fresh = (await Promise.all(kept.map((one) => rewrittenFrom(one, examples, ways)))).flat().filter((one) => {
      const key = JSON.stringify(one);
      return !known.has(key) && known.add(key);
    });
    if (fresh.length === 0) break;
    kept = best([...kept, ...(await Promise.all(fresh.map(score)))]);
  }
  return kept;
}

/** The mean agreement on some of the examples. */
export function meanOn(
  { agreement }: Pick<Scored<unknown>, "agreement">,
  counts: (at: number) => boolean = () => true,
): number {
  const values = agreement.filter((_, at) => counts(at));
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

async function rewrittenFrom<Instruction>(
  { instruction, agreement }: Scored<Instruction>,
  examples: readonly Example[],
  ways: Ways<Instruction>,
): Promise<Instruction[]> {
  const failures = examples.filter((_, at) => (agreement[at] ?? 0) < 1);
  return failures.length === 0 ? [] : ways.rewritten(instruction, failures);
}

function best<Instruction>(scored: readonly Scored<Instruction>[]): Scored<Instruction>[] {
  return scored.toSorted((one, other) => meanOn(other) - meanOn(one)).slice(0, KEPT);
}
