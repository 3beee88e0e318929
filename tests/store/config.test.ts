import { describe, expect, it } from "vitest";
import { withConfig } from "../../src/cli/config.js";
import { config } from "../../src/schema/config.js";
import { CONFIG_FILE, loadConfig } from "../../src/store/config.js";
import { folderWith } from "./files.js";

const read = (text: string) => loadConfig(folderWith({ [CONFIG_FILE]: text }));
const problemsOf = (text: string) => {
  const found = read(text);
  return "problems" in found ? found.problems : [];
};

describe("the config of a folder", () => {
  it("is the usual where there is none", () => {
    expect(loadConfig(folderWith())).toEqual({
      data: {
        ...{ schema: "dramatis/config@1", prices: {}, limits: {}, headers: {}, timeout: 120, streaming: {} },
        local: config.parse({ schema: "dramatis/config@1" }).local,
        retry: { tries: 6, seconds: 180 },
      },
    });
  });

  it("fills up what it leaves out", () => {
    expect(read("schema: dramatis/config@1\nretry: {tries: 2}\n")).toMatchObject({
      data: { retry: { tries: 2, seconds: 180 }, timeout: 120 },
    });
  });

  it("has prices, limits and headers by model and provider", () => {
    const text = `schema: dramatis/config@1
prices: {"openai:*": {input: 1, output: 2, cached: 0.5}}
limits: {"openai:m": {concurrency: 2, requests_per_minute: 60, tokens_per_minute: 1000}}
headers: {openai: {x-team: blue}}
`;
    expect(read(text)).toMatchObject({ data: { headers: { openai: { "x-team": "blue" } } } });
  });

  it.each<[string, string]>([
    ["another version", "schema: dramatis/config@2"],
    ["a key that does not exist", "schema: dramatis/config@1\nmodell: offline"],
    ["no patience", "schema: dramatis/config@1\nretry: {tries: 0}"],
    ["a price below nothing", 'schema: dramatis/config@1\nprices: {"openai:m": {input: -1, output: 1}}'],
    ["a limit of nothing", 'schema: dramatis/config@1\nlimits: {"openai:m": {concurrency: 0}}'],
    ["no time", "schema: dramatis/config@1\ntimeout: 0"],
    ["a header that is no text", "schema: dramatis/config@1\nheaders: {openai: {x: 1}}"],
    ["no YAML", "schema: ["],
  ])("is refused for %s, by the file's name", (_, text) => {
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(problems)).toContain(CONFIG_FILE);
  });
});

describe("flags", () => {
  const given = config.parse({
    ...{ schema: "dramatis/config@1", model: "openai:a", user_model: "openai:b", out: "runs", concurrency: 3 },
  });

  it("come before the config, which comes before nothing", () => {
    expect(withConfig({}, given)).toEqual({
      ...{ model: "openai:a", userModel: "openai:b", out: "runs", concurrency: 3 },
    });
    expect(withConfig({ model: "offline", concurrency: 1 }, given)).toMatchObject({ model: "offline", concurrency: 1 });
    expect(withConfig({}, config.parse({ schema: "dramatis/config@1" }))).toEqual({});
  });
});
