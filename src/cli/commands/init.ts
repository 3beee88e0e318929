import { relative, resolve } from "node:path";
import { writeNewTree } from "../../store/newTree.js";
import { starterFiles } from "../../store/starter.js";
import { invocation } from "../invocation.js";
import { openProject, PACKAGE_ROOT } from "../project.js";

/** `dramatis init [dir]`: a working folder with two personas, one scenario and one suite. */
export async function init(folder = "."): Promise<void> {
  const { world } = openProject(PACKAGE_ROOT);
  const files = starterFiles(PACKAGE_ROOT, world);
  writeNewTree(resolve(folder), files);
  const place = relative(process.cwd(), resolve(folder));
  const shown = [...files.keys()].filter((path) => !path.startsWith("."));
  process.stdout.write(`${shown.map((path) => `  ${path}`).join("\n")}\n`);
  process.stderr.write(`\nnext: ${place === "" ? "" : `cd ${place} && `}${invocation()} run\n`);
}
