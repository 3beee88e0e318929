import type { Run } from "../schema/run.js";
import { promptHashes } from "./promptHashes.js";
import { version } from "./version.js";

/** What is another now than when a run began: files of the project, prompts, or Dramatis itself. */
export function changedSince({ files, prompts, versions }: Run, now: Readonly<Record<string, string>>): string[] {
  const current = { ...now, ...named(promptHashes()), dramatis: version() };
  const before = { ...files, ...named(prompts), dramatis: versions.dramatis ?? "" };
  // A file more is a change too: whoever is new may be drawn as somebody's other.
  const names = [...new Set([...Object.keys(before), ...Object.keys(current)])];
  return names.filter((name) => before[name as keyof typeof before] !== current[name as keyof typeof current]);
}

const named = (prompts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(prompts).map(([name, hash]) => [`prompts/${name}`, hash]));
