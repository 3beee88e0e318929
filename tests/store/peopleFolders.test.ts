import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { peopleFolders } from "../../src/store/suite.js";
import { folderWith } from "./files.js";

const suite = (folder: string) => `schema: dramatis/suite@1\nid: s\npersonas_in: ${folder}\n`;

it("the folders of a project's people are its own and those of its suites, each once, as far as they are there", () => {
  const files = {
    ...{ a: suite("personas/town"), b: suite("personas/core"), c: suite("personas/town"), d: suite("personas") },
    ...{ e: "[", f: "schema: dramatis/suite@1\npersonas_in: ../away\n", g: suite("personas/nowhere") },
  };
  const root = folderWith(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`scenarios/${name}.suite.yaml`, text])),
  );
  expect(peopleFolders(root)).toEqual(["personas"]);
  for (const folder of ["personas/town", "personas/core"]) mkdirSync(join(root, folder), { recursive: true });
  expect(peopleFolders(root)).toEqual(["personas", "personas/core", "personas/town"]);
});
