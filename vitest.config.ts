import { defineConfig } from "vitest/config";
import type { Reporter } from "vitest/node";

/** Says of every skipped test why it was. */
const reasons: Reporter = {
  onTestRunEnd(modules) {
    for (const { children, moduleId } of modules)
      for (const test of children.allTests("skipped")) {
        const result = test.result();
        if (result.state === "skipped" && result.note)
          process.stdout.write(` skipped: ${moduleId.split("/").at(-1)}: ${test.fullName}: ${result.note}\n`);
      }
  },
};

/** A path for a machine-readable report beside what is printed. */
const report = process.env.TEST_REPORT;

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ["default", reasons, ...(report ? [["json", { outputFile: report }] as ["json", object]] : [])],
  },
});
