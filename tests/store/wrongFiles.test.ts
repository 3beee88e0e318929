import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { checkFile } from "../../src/store/checkFile.js";
import type { Problem } from "../../src/store/problem.js";
import { pathText } from "../../src/store/yamlFile.js";
import { temporaryFolder } from "../support/folders.js";
import { type Path, pathsIn, trimmed, valueAt, withValue, wrongFor } from "../support/mutations.js";
import { REPOSITORY } from "../support/paths.js";

const folder = temporaryFolder(afterAll);
const file = join(folder, "file.yaml");

const KINDS = {
  persona: "personas/mara-lindqvist.yaml",
  scenario: "scenarios/team-message.yaml",
  catalog: "scenarios/catalogs/dinner-lisbon.yaml",
  slots: "scenarios/slots/shared.yaml",
  suite: "examples/starter/scenarios/first.suite.yaml",
};

/** Where any key may stand, for it names a slot, a value or a request. */
const FREE = /(demographics|traits|points|details|attributes|requests|values|expect)$/;

function problemsOf(data: unknown): { problems: Problem[]; lines: string[] } {
  const text = stringify(data, { lineWidth: 0 });
  writeFileSync(file, text);
  return { problems: checkFile(file), lines: text.split("\n") };
}

/** The words of libraries, which say nothing to who writes the file. */
const JARGON = /expected|received|invalid input|undefined|\bobject\b|array|zod|\[object/i;

function expectPlain({ problems, lines }: ReturnType<typeof problemsOf>, path: Path, what: string): void {
  const about = problems.filter((one) => one.severity === "error" && leads(one.path, path));
  expect(about.length, `${what} at ${pathText(path)}: ${JSON.stringify(problems)}`).toBeGreaterThan(0);
  for (const { file: named, line, column, message, hint } of problems) {
    expect(named).toBe(file);
    expect(line).toBeGreaterThan(0);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThan(0);
    expect(`${message} ${hint ?? ""}`).not.toMatch(JARGON);
  }
}

/** The first place of each kind: entries of lists are alike, and so are keys where any may stand. */
function onePerKind(paths: readonly Path[]): Path[] {
  const kindOf = (path: Path) =>
    path
      .map((key, index) => (typeof key === "number" || FREE.test(pathText(path.slice(0, index))) ? "*" : key))
      .join(" ");
  return [...new Map(paths.toReversed().map((path) => [kindOf(path), path])).values()].toReversed();
}

/** Whether a problem is at a place, above it where unions and refinements look, or below it. */
function leads(found: string, path: Path): boolean {
  const wanted = pathText(path);
  return found === wanted || within(wanted, found) || within(found, wanted);
}
const within = (inner: string, outer: string) =>
  outer === "" || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);

it("a file that may not be read is told so", ({ skip }) => {
  if (process.platform === "win32") skip("Windows has no such permission");
  const locked = join(folder, "locked.yaml");
  writeFileSync(locked, "id: me\n");
  chmodSync(locked, 0o000);
  chmodSync(folder, 0o755);
  const problems = asNobody(() => checkFile(locked));
  expect(problems).toMatchObject([{ file: locked, line: null, message: "cannot be read: permission denied" }]);
});

/** Root may read everything: what it does is done as somebody else. */
function asNobody<T>(act: () => T): T {
  if (process.geteuid?.() !== 0) return act();
  process.seteuid?.(65534);
  try {
    return act();
  } finally {
    process.seteuid?.(0);
  }
}

describe.for(Object.entries(KINDS))("a %s file", ([, path]) => {
  const good = trimmed(parse(readFileSync(join(REPOSITORY, path), "utf8")));
  const places = onePerKind(pathsIn(good));

  it("is good to begin with", () => {
    expect(problemsOf(good).problems).toEqual([]);
    expect(places.length).toBeGreaterThan(10);
  });

  it("with a value of the wrong kind is told where, at every depth", () => {
    for (const place of places)
      expectPlain(problemsOf(withValue(good, place, wrongFor(valueAt(good, place)))), place, "wrong kind");
  });

  it("with an empty value is told where, at every depth", () => {
    for (const place of places) expectPlain(problemsOf(withValue(good, place, null)), place, "empty");
  });

  it("with an unknown key is told the nearest, at every depth", () => {
    const mappings: Path[] = [[], ...places].filter((place) => {
      const value = place.length === 0 ? good : valueAt(good, place);
      return value !== null && typeof value === "object" && !Array.isArray(value) && !FREE.test(pathText(place));
    });
    for (const place of mappings) {
      const [known = ""] = Object.keys(valueAt(good, place) as object).filter((key) => key.length > 2);
      if (known === "") continue;
      const { problems } = problemsOf(withValue(good, [...place, `${known}z`], 1));
      const unknown = problems.find(({ message }) => message === `unknown key '${known}z'`);
      expect(unknown, `${pathText(place)}: ${JSON.stringify(problems)}`).toMatchObject({
        path: pathText([...place, `${known}z`]),
        hint: `did you mean '${known}'?`,
      });
    }
    expect(mappings.length).toBeGreaterThan(1);
  });

  it("with a key left out is either still good or told which", () => {
    const keys = places.filter((place) => typeof place.at(-1) === "string");
    const told = keys.filter((place) => {
      const found = problemsOf(withValue(good, place, undefined));
      if (found.problems.length > 0) expectPlain(found, place, "left out");
      return found.problems.some(({ message }) => message === "is missing");
    });
    expect(told.length).toBeGreaterThan(0);
  });

  it("with notes of one's own stays good", () => {
    const noted = withValue(
      withValue(good, Array.isArray(good) ? [0, "x-note"] : ["x-note"], { any: [1] }),
      Array.isArray(good) ? [0, "x-b"] : ["x-b"],
      null,
    );
    expect(problemsOf(noted).problems).toEqual([]);
  });
});
