import { UsageError } from "../core/errors.js";
import type { Run } from "../schema/run.js";
import { knownWords } from "../store/nearest.js";

/**
 * The arms that are compared, by id: those named as `before=after` (or one name for both), else every arm that both runs
 * have. Throws UsageError where there is none, or a name means nothing.
 */
export function comparedArms(before: Run, after: Run, asked: readonly string[] = []): [string, string][] {
  if (asked.length > 0) return asked.map((word) => named(word, before, after));
  const shared = idsOf(before).filter((id) => idsOf(after).includes(id));
  if (shared.length === 0)
    throw new UsageError(
      "the two runs have no arm in common",
      "name two: --arms one=other, of the first and the second run",
    );
  return shared.map((id) => [id, id]);
}

function named(word: string, before: Run, after: Run): [string, string] {
  const [one = "", other = one, ...rest] = word.split("=");
  if (rest.length > 0) throw new UsageError(`'${word}' names no two arms`, "such as --arms history=bm25");
  return [armIn(before, one), armIn(after, other)];
}

function armIn(run: Run, name: string): string {
  if (!idsOf(run).includes(name)) throw new UsageError(`no arm '${name}' in ${run.id}`, knownWords(name, idsOf(run)));
  return name;
}

const idsOf = ({ assistants }: Run) => assistants.map(({ id }) => id);
