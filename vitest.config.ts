import { defineConfig } from "vitest/config";
import { measurements, reasons } from "./tests/support/reporters.js";

/** A path for a machine-readable report beside what is printed. */
const report = process.env.TEST_REPORT;

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: [
      "default",
      reasons,
      measurements,
      ...(report ? [["json", { outputFile: report }] as ["json", object]] : []),
    ],
  },
});
