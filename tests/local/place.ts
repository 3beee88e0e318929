import { existsSync } from "node:fs";
import { withoutLibrary } from "../support/optional.js";

/** The GGUF file that tests run, if any. */
export const GGUF = process.env.DRAMATIS_TEST_GGUF ?? "";

/** Why tests with a GGUF file are skipped; null where they are not. */
export const MISSING = existsSync(GGUF)
  ? withoutLibrary("node-llama-cpp")
  : "DRAMATIS_TEST_GGUF names no file: `.ci/local-model` fetches one";
