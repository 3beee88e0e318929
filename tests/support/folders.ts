import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A new empty folder. `after` is told how to remove it: `afterAll`, or `onTestFinished` inside a test. */
export function temporaryFolder(after: (remove: () => void) => void): string {
  const folder = mkdtempSync(join(tmpdir(), "dramatis-test-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
