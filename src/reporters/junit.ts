import XMLBuilder from "fast-xml-builder";
import { harmless } from "../core/harmless.js";

/** One test case: what it is about, and what came of it. Text is anything; what XML cannot hold is dropped. */
export interface Case {
  group: string;
  name: string;
  result: "passed" | "failure" | "error" | "skipped";
  /** In one line; of a case that passed, its numbers. */
  message: string;
}

/** Test cases that belong together. */
export interface CaseSuite {
  name: string;
  /** What the numbers rest on. */
  properties: Readonly<Record<string, string>>;
  cases: readonly Case[];
}

/**
 * The cases as a JUnit report: the attributes that Jenkins, GitLab and GitHub actions read, without times, so that
 * the same results are the same bytes. Source of the form: the JUnit XSD of the Apache Ant JUnit task, with `skipped`.
 */
export function junitXml(name: string, suites: readonly CaseSuite[]): string {
  const tree = {
    "?xml": { "@_version": "1.0", "@_encoding": "UTF-8" },
    testsuites: {
      ...attributes({ name, ...countsOf(suites.flatMap(({ cases }) => cases)) }),
      testsuite: suites.map(suiteNode),
    },
  };
  return BUILDER.build(tree);
}

const BUILDER = new XMLBuilder({
  ignoreAttributes: false,
  format: true,
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
});

function suiteNode({ name, properties, cases }: CaseSuite) {
  const property = Object.entries(properties).map(([key, value]) => attributes({ name: key, value }));
  return {
    ...attributes({ name, ...countsOf(cases) }),
    properties: { property },
    testcase: cases.map(caseNode),
  };
}

function caseNode({ group, name, result, message }: Case) {
  const head = attributes({ classname: group, name });
  if (result === "passed") return { ...head, "system-out": xmlText(message) };
  const kind = result === "skipped" ? {} : { type: result };
  return { ...head, [result]: { ...attributes({ message: oneLine(message), ...kind }), "#text": xmlText(message) } };
}

function countsOf(cases: readonly Case[]) {
  const count = (result: Case["result"]) => String(cases.filter((one) => one.result === result).length);
  return {
    tests: String(cases.length),
    failures: count("failure"),
    errors: count("error"),
    skipped: count("skipped"),
  };
}

const attributes = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [`@_${key}`, oneLine(value)]));

const oneLine = (text: string) => xmlText(text).replace(/\s+/g, " ");

/** Text without what XML 1.0 (section 2.2) holds in no form: control characters, half surrogates, two noncharacters. */
const xmlText = (text: string) =>
  harmless(text)
    .toWellFormed()
    .replace(/[\ufffe\uffff]/g, "");
