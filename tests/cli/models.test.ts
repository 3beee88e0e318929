import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { PROVIDERS } from "../../src/models/registry.js";
import { dramatis } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { nowhere } from "../support/server.js";

const cwd = temporaryFolder(afterAll);

/** An address that answers every request with this. */
async function answering(status: number, body: string): Promise<string> {
  const server = createServer(
    (_, response) => void response.writeHead(status, { "content-length": body.length }).end(body),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("dramatis list models", () => {
  it("has a line for every provider, and what it needs", async () => {
    const { stdout } = await dramatis(["list", "models"], { cwd });
    for (const [id, { library }] of Object.entries(PROVIDERS)) {
      const line = stdout.split("\n").find((one) => one.startsWith(`${id}:`)) ?? "";
      expect(line).toContain(library ?? "OpenAI");
    }
  });
});

describe("a model whose library is absent", () => {
  it.each(["anthropic", "google", "ollama", "local"])("of %s says what to install", async (id) => {
    const env = { ANTHROPIC_API_KEY: "k", GOOGLE_API_KEY: "k" };
    const { code, stderr } = await dramatis(["run", "--model", `${id}:m`], { cwd, env });
    expect(code).toBe(3);
    expect(stderr).toContain(`npm install ${PROVIDERS[id]?.library}`);
  });
});

describe("dramatis doctor", () => {
  const env = async (url: string) => ({
    OPENAI_API_KEY: "sk-hidden",
    OPENAI_BASE_URL: url,
    OLLAMA_BASE_URL: await nowhere(),
  });

  it("says who answers, and never a key", async () => {
    const { stdout, stderr } = await dramatis(["doctor"], { cwd, env: await env(await answering(200, "{}")) });
    expect(stdout).toMatch(/^openai: +OPENAI_API_KEY set; http:\S+ answers \(200\)$/m);
    expect(stdout).toMatch(/^anthropic: .*npm install @langchain\/anthropic.*ANTHROPIC_API_KEY not set$/m);
    expect(stdout).toMatch(/^ollama: .*does not answer$/m);
    expect(stdout + stderr).not.toContain("sk-hidden");
  });

  it("takes an empty address for none, and says which is no address", async () => {
    const given = { OLLAMA_BASE_URL: "", OPENAI_API_KEY: "sk-hidden", OPENAI_BASE_URL: "localhost:8080/v1" };
    const { code, stdout } = await dramatis(["doctor"], { cwd, env: given });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^openai: +OPENAI_API_KEY set; 'localhost:8080\/v1' is no http\(s\) address$/m);
    expect(stdout).toMatch(/^ollama: .*http:\/\/127\.0\.0\.1:11434 /m);
  });

  it("says where a key is not taken, and where nobody answers", async () => {
    expect((await dramatis(["doctor"], { cwd, env: await env(await answering(401, "")) })).stdout).toContain(
      "not take the key",
    );
    expect((await dramatis(["doctor"], { cwd, env: await env(await nowhere()) })).stdout).toMatch(
      /^openai: .*does not answer$/m,
    );
  });

  it("says that a file is not there", async () => {
    const { stdout } = await dramatis(["doctor", "none.gguf"], { cwd, env: await env(await nowhere()) });
    expect(stdout).toMatch(/^none\.gguf +no such file$/m);
  });
});

describe("dramatis models pull", () => {
  const content = "GGUF and more, at least as long as a header";
  const sum = createHash("sha256").update(content).digest("hex");

  it("fetches a file by its place on a hub, once", async () => {
    const env = { HF_ENDPOINT: await answering(200, content) };
    const args = ["models", "pull", "org/repo/tiny.gguf", "--to", "fetched", "--sha256", sum];
    const { code, stdout, stderr } = await dramatis(args, { cwd, env });
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining("100%") });
    expect(stdout).toContain(sum);
    expect(readdirSync(`${cwd}/fetched`)).toEqual(["tiny.gguf"]);
    expect(await dramatis(args, { cwd, env })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("there already"),
    });
  });

  it("refuses what it cannot do", async () => {
    const env = { HF_ENDPOINT: await answering(404, "") };
    expect((await dramatis(["models", "push", "x"], { cwd })).code).toBe(2);
    expect((await dramatis(["models", "pull", "org/repo/m.gguf", "--sha256", "12"], { cwd })).code).toBe(2);
    expect(await dramatis(["models", "pull", "org/repo/m.gguf"], { cwd, env })).toMatchObject({
      ...{ code: 2, stderr: expect.stringContaining("no such file") },
    });
  });
});
