import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { VERDICT } from "../../src/judges/question.js";
import type { Labelled } from "../../src/schema/rubric.js";
import { findRubric, loadLabels, loadRubric, RUBRICS } from "../../src/store/rubrics.js";
import { calling, streaming } from "../models/chunks.js";
import { dramatis } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { REPOSITORY } from "../support/paths.js";
import { type Answer, serving } from "../support/server.js";

const LABELLED = ["adherence", "overuse", "sycophancy"];

function shipped(name: string): Labelled[] {
  const read = loadRubric(findRubric([REPOSITORY], name) ?? "");
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const { labels, problems } = loadLabels(join(REPOSITORY, RUBRICS, "labels", `${name}.jsonl`), read.data);
  expect(problems).toEqual([]);
  return labels;
}

const reply = (content: string) => /<reply>\n(.*)\n<\/reply>/s.exec(content)?.[1] ?? "";

/** A judge whose verdict on a reply is what `verdict` makes of it, on words that do stand there. */
const judging =
  (verdict: (reply: string) => string): Answer =>
  (response, received) => {
    const quote = reply(received.body.messages.at(-1).content);
    const answer = JSON.stringify({ quote, verdict: verdict(quote) });
    streaming(...calling(VERDICT, answer))(response, received);
  };

async function calibrated(name: string, verdict: (reply: string) => string) {
  const { url, received } = await serving(judging(verdict));
  const env = { OPENAI_API_KEY: "a key", OPENAI_BASE_URL: `${url}/v1` };
  const { code, stdout, stderr } = await dramatis(["calibrate", name, "--judge-model", "openai:m", "--json"], {
    ...{ cwd: temporaryFolder(onTestFinished), env },
  });
  expect(stderr).toBe("");
  expect(code).toBe(0);
  const shown = received.map(({ body }) => JSON.stringify(body));
  return { ...JSON.parse(stdout).calibration, shown };
}

describe.each(LABELLED)("the labelled replies for %s", (name) => {
  const labels = shipped(name);

  it("were labelled twice, and say of which kind they are and why", () => {
    expect(new Set(labels.map(({ id }) => id)).size).toBe(labels.length);
    for (const one of labels) {
      expect(one.labels).toHaveLength(2);
      expect(one.labels?.[0]).toBe(one.label);
      expect(one.kind && one.why).toBeTruthy();
    }
  });

  it("find a judge that is always right so, without showing it a label or why", async () => {
    const answers = new Map(labels.map((one) => [one.reply, one.label]));
    const found = await calibrated(name, (said) => answers.get(said) ?? "lost");
    expect(found).toMatchObject({ labelled: labels.length, missing: 0, agreement: 1, kappa: 1 });
    expect(found.sensitivity.value).toBe(1);
    expect(found.specificity.value).toBe(1);
    expect(found.people).toBeLessThan(1);
    for (const { why = "" } of labels) expect(found.shown.some((body: string) => body.includes(why))).toBe(false);
  });

  it("find nothing in a judge that always says the same", async () => {
    const [{ label = "" } = {}] = labels;
    const found = await calibrated(name, () => label);
    expect(found).toMatchObject({ missing: 0, kappa: 0 });
    expect(found.agreement).toBeGreaterThan(0);
  });
});
