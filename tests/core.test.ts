import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DETERMINISTIC_SCORERS } from "../src/scorers/registry.js";
import { REPOSITORY } from "./support/paths.js";

const read = (name: string) => readFileSync(join(REPOSITORY, name), "utf8");
const { version, files, scorers } = JSON.parse(read("scenarios/core.json"));
const MEND = "say in docs/core.md what moved, and write a new version: node tools/core.mjs --write VERSION";

describe(`dramatis-core ${version}`, () => {
  it("has its files as they were frozen", () => {
    const changed = Object.entries(files).filter(
      ([name, hash]) => createHash("sha256").update(read(name)).digest("hex") !== hash,
    );
    expect(
      changed.map(([name]) => name),
      MEND,
    ).toEqual([]);
  });

  it("is scored by the scorers it was frozen with", () => {
    expect(Object.fromEntries(DETERMINISTIC_SCORERS.map((one) => [one.id, one.version])), MEND).toEqual(scorers);
  });

  it("is told of with its version", () => {
    expect(read("docs/core.md")).toContain(`| ${version} |`);
  });
});
