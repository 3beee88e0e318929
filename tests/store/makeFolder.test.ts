import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeFolder } from "../../src/store/makeFolder.js";
import { folderWith } from "./files.js";

it("makes what is missing on the way, and says where it began", () => {
  const parent = folderWith();
  expect(makeFolder(join(parent, "a", "b", "c"))).toBe(join(parent, "a"));
  expect(existsSync(join(parent, "a", "b", "c"))).toBe(true);
  expect(makeFolder(join(parent, "a", "b"))).toBeUndefined();
});

it("refuses what is or lies below a file", () => {
  const parent = folderWith({ file: "" });
  for (const path of ["file", "file/a", "file/a/b"])
    expect(() => makeFolder(join(parent, path))).toThrow(`${join(parent, "file")} is a file, not a folder`);
});

it.skipIf(process.platform !== "linux")("ends where a folder takes none", () => {
  expect(() => makeFolder("/proc/nope")).toThrow("/proc/nope is no place for a folder (ENOENT)");
});
