import type { Reporter, TestCase, TestModule } from "vitest/node";

/** A kind of test annotation: a table in Markdown, of which those with one head are printed as one. */
const TABLE = "table";

/** Says of every skipped test why it was. */
export const reasons: Reporter = {
  onTestRunEnd(modules) {
    for (const { test, file } of testsOf(modules, "skipped")) {
      const result = test.result();
      if (result.state === "skipped" && result.note)
        process.stdout.write(` skipped: ${file}: ${test.fullName}: ${result.note}\n`);
    }
  },
};

/** Prints what tests measured and noted. */
export const measurements: Reporter = {
  onTestRunEnd(modules) {
    const noted = [...testsOf(modules)].flatMap(({ test, file }) =>
      test.annotations().map(({ type, message }) => ({ type, message, file })),
    );
    for (const { message, file } of noted.filter(({ type }) => type !== TABLE))
      process.stdout.write(` noted: ${file}: ${message}\n`);
    const tables = noted.filter(({ type }) => type === TABLE).map(({ message }) => message.split("\n"));
    for (const [head, same] of Map.groupBy(tables, ([first]) => first))
      process.stdout.write(`\n${[head, same[0]?.[1], ...same.flatMap((lines) => lines.slice(2))].join("\n")}\n`);
  },
};

function* testsOf(
  modules: readonly TestModule[],
  state?: "skipped",
): Generator<{ test: TestCase; file: string | undefined }> {
  for (const { children, moduleId } of modules)
    for (const test of children.allTests(state)) yield { test, file: moduleId.split("/").at(-1) };
}
