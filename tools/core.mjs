// Keeps the hashes of the frozen suite: every file it is played from, and the version of every scorer.
// usage: npm run build && node tools/core.mjs [--write VERSION]   (without: says what differs, and exits with 1 where something does)
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { DETERMINISTIC_SCORERS } from "../dist/scorers/registry.js";

const MANIFEST = "scenarios/core.json";
const FILES = [
  "scenarios/core.suite.yaml",
  "personas/core/*.yaml",
  "scenarios/*.yaml",
  "scenarios/catalogs/*.yaml",
  "scenarios/slots/*.yaml",
];

const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const names = [...new Set(FILES.flatMap((pattern) => globSync(pattern)))]
  .filter((name) => name === "scenarios/core.suite.yaml" || !name.endsWith(".suite.yaml"))
  .sort();
const files = Object.fromEntries(names.map((name) => [name, sha256(readFileSync(name, "utf8"))]));
const scorers = Object.fromEntries(DETERMINISTIC_SCORERS.map(({ id, version }) => [id, version]));
const whole = sha256(JSON.stringify(files));

const [flag, version] = process.argv.slice(2);
if (flag === "--write") {
  if (!/^\d+\.\d+\.\d+$/.test(version ?? "")) throw new Error("usage: node tools/core.mjs --write 1.0.0");
  const manifest = { schema: "dramatis/core@1", name: "dramatis-core", version, sha256: whole, files, scorers };
  writeFileSync(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(`${MANIFEST}: dramatis-core ${version}, ${names.length} files, ${whole.slice(0, 12)}`);
} else {
  const kept = JSON.parse(readFileSync(MANIFEST, "utf8"));
  const differing = (was, is) =>
    [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((key) => was[key] !== is[key]);
  const changed = [...differing(kept.files, files), ...differing(kept.scorers, scorers)];
  for (const key of changed) console.log(`${key} is not as in dramatis-core ${kept.version}`);
  if (changed.length > 0)
    console.log("say in docs/core.md what moved, and write a new version: node tools/core.mjs --write VERSION");
  else console.log(`as in dramatis-core ${kept.version}, ${kept.sha256.slice(0, 12)}`);
  process.exitCode = changed.length > 0 ? 1 : 0;
}
