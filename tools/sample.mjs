// Makes transcripts/sample: a small run of the demo suite without its journal, under a name of its own.
// usage: npm run build && node tools/sample.mjs
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SAMPLE = "transcripts/sample";
const PEOPLE = ["mara-lindqvist", "tomas-okafor"];
const ASSISTANTS = ["generic", "history", "oracle"];

const made = mkdtempSync(join(tmpdir(), "sample-"));
const flags = [
  ...PEOPLE.flatMap((id) => ["--persona", id]),
  ...ASSISTANTS.flatMap((id) => ["--assistant", id]),
  ...["--scenario", "dinner-lisbon", "--seed", "1", "--out", made, "--quiet"],
];
execFileSync(process.execPath, ["dist/launcher.js", "run", "scenarios/demo.suite.yaml", ...flags], {
  stdio: "inherit",
});

const [id] = readdirSync(made);
rmSync(SAMPLE, { recursive: true, force: true });
cpSync(join(made, id), SAMPLE, { recursive: true, filter: (path) => !/(?:journal\.jsonl|lock)$/.test(path) });
for (const name of ["run.json", "summary.json"]) {
  const path = join(SAMPLE, name);
  writeFileSync(path, readFileSync(path, "utf8").replaceAll(id, "sample"));
}
rmSync(made, { recursive: true });
