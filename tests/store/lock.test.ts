import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { UsageError } from "../../src/core/errors.js";
import { holdFolder, LOCK } from "../../src/store/lock.js";
import { REPOSITORY } from "../support/paths.js";
import { folderWith } from "./files.js";

/** Another process that holds a folder until it is killed. */
async function holder(folder: string) {
  const lock = pathToFileURL(join(REPOSITORY, "dist", "store", "lock.js")).href;
  const code = `import { holdFolder } from ${JSON.stringify(lock)};
    holdFolder(${JSON.stringify(folder)}); console.log("held"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return child;
}

describe("a folder that is held", () => {
  it("is refused to another, until it is let go", () => {
    const folder = folderWith();
    const release = holdFolder(folder);
    expect(() => holdFolder(folder)).toThrow(UsageError);
    expect(() => holdFolder(folder)).toThrow(`another process plays the run in ${folder}`);
    release();
    holdFolder(folder)();
  });

  it("is refused to another process, and free when that was killed", async () => {
    const folder = folderWith();
    const child = await holder(folder);
    expect(() => holdFolder(folder)).toThrow("another process plays");
    child.kill("SIGKILL");
    await once(child, "close");
    holdFolder(folder)();
  });
});

describe("a folder that cannot be held", () => {
  it("says what is wrong, and not that another process has it: no folder", () => {
    const gone = join(folderWith(), "gone");
    expect(() => holdFolder(gone)).toThrow(UsageError);
    expect(() => holdFolder(gone)).toThrow(/cannot be written/);
  });

  it("a folder in the way", () => {
    const folder = folderWith();
    mkdirSync(join(folder, LOCK));
    expect(() => holdFolder(folder)).toThrow(/cannot be written/);
  });

  it("a file that is no lock", () => {
    const folder = folderWith();
    writeFileSync(join(folder, LOCK), "no lock, but a text that is longer than a header would be".repeat(99));
    expect(() => holdFolder(folder)).toThrow(/cannot be written/);
  });

  it("a folder that may only be read", ({ skip }) => {
    if (process.getuid?.() === 0) skip("root may write anywhere");
    const folder = folderWith();
    chmodSync(folder, 0o500);
    expect(() => holdFolder(folder)).toThrow(/cannot be written/);
  });
});
