#!/usr/bin/env node
// Stands in the repository, for `npx dramatis` links a bin only where its file is, and keeps for good that it was not there.
import { existsSync } from "node:fs";

const launcher = new URL("../dist/launcher.js", import.meta.url);

if (existsSync(launcher)) {
  await import(launcher.href);
} else {
  process.stderr.write("dramatis is not built yet\n  in its folder, say `npm ci` and then `npm run build`\n");
  process.exitCode = 3;
}
