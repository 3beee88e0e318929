import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Clock } from "../../src/core/clock.js";
import { type Progress, pulled } from "../../src/models/pull.js";
import { temporaryFolder } from "../support/folders.js";

const FILE = Buffer.concat([Buffer.from("GGUF"), randomBytes(300_000)]);
const SUM = createHash("sha256").update(FILE).digest("hex");

/** Of what was sent before a connection was cut, the last bytes may be lost. */
const SOMEWHERE = /^bytes=[1-9]\d*-$/;

/** Time in which nobody waits. */
const clock: Clock = {
  wall: () => "2026-06-10T12:00:00Z",
  now: () => 0,
  after: (_, work) => {
    setImmediate(work);
    return () => {};
  },
  every: () => () => {},
};

/** `came`: resolves when the first bytes have come. */
type Serve = (response: ServerResponse, headers: IncomingHttpHeaders, came: Promise<void>) => void;

/** A hub on this machine: the first answer to the first request, the last to all that follow. */
async function hub(answers: Serve[], came: Promise<void>): Promise<{ url: string; asked: IncomingHttpHeaders[] }> {
  const asked: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers);
    answers[Math.min(asked.length, answers.length) - 1]?.(response, request.headers, came);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** Sends the file, from where it is asked for if it can. */
const sends =
  ({ tag = '"v1"', ranges = true, file = FILE, more = {} } = {}): Serve =>
  (response, { range, "if-range": version }) => {
    const from = ranges && range && (version === undefined || version === tag) ? Number(/\d+/.exec(range)) : 0;
    const head = { ...(tag ? { etag: tag } : {}), "content-length": file.length - from, ...more };
    if (from === 0) response.writeHead(200, head).end(file);
    else
      response
        .writeHead(206, { ...head, "content-range": `bytes ${from}-${file.length - 1}/${file.length}` })
        .end(file.subarray(from));
  };

/** Sends so much of the file, and hangs up once some of it has come. */
const cuts =
  (after: number, { tag = '"v1"', file = FILE } = {}): Serve =>
  async (response, _, came) => {
    response.writeHead(200, { ...(tag ? { etag: tag } : {}), "content-length": file.length });
    response.write(file.subarray(0, after));
    await came;
    response.destroy();
  };

async function pulling(answers: Serve[], { sha256 = undefined as string | undefined, folder = "" } = {}) {
  const place = folder || temporaryFolder(onTestFinished);
  const { promise: came, resolve: come } = Promise.withResolvers<void>();
  const { url, asked } = await hub(answers, came);
  const progress: Progress[] = [];
  const done = pulled({
    ...{ address: `${url}/m.gguf`, to: join(place, "m.gguf"), sha256, clock, signal: AbortSignal.timeout(30_000) },
    onProgress(one) {
      progress.push(one);
      come();
    },
  });
  const result = await done.catch((error: Error) => error);
  const content = existsSync(join(place, "m.gguf")) ? readFileSync(join(place, "m.gguf")) : null;
  return { result, asked, progress, content, left: readdirSync(place), place };
}

describe("a file that is fetched", () => {
  it("is whole, alone and checked", async () => {
    const { result, content, left, progress } = await pulling([sends()], { sha256: SUM.toUpperCase() });
    expect(result).toEqual({ sha256: SUM, compared: true });
    expect(content?.equals(FILE)).toBe(true);
    expect(left).toEqual(["m.gguf"]);
    expect(progress.at(-1)).toMatchObject({ done: FILE.length, total: FILE.length });
  });

  it("is compared with what the hub says, on the way to where the file is", async () => {
    const away: Serve = (response) =>
      void response.writeHead(302, { location: "/there", "x-linked-etag": `"${SUM}"` }).end();
    expect((await pulling([away, sends()])).result).toEqual({ sha256: SUM, compared: true });
  });

  it("is taken as it is where nobody says what it should be", async () => {
    expect((await pulling([sends({ tag: "" })])).result).toEqual({ sha256: SUM, compared: false });
  });

  it("is gone on with where the connection was cut", async () => {
    const { result, asked, content } = await pulling([cuts(100_000), sends()]);
    expect(result).toMatchObject({ sha256: SUM });
    expect(asked[1]).toMatchObject({ range: expect.stringMatching(SOMEWHERE), "if-range": '"v1"' });
    expect(content?.equals(FILE)).toBe(true);
  });

  it("is begun anew where the server cannot go on", async () => {
    const { result, asked, content } = await pulling([cuts(100_000), sends({ ranges: false })]);
    expect(asked).toHaveLength(2);
    expect(asked[1]?.range).toMatch(SOMEWHERE);
    expect(result).toMatchObject({ sha256: SUM });
    expect(content?.equals(FILE)).toBe(true);
  });

  it("is begun anew where another version is there by now", async () => {
    const other = Buffer.concat([Buffer.from("GGUF"), randomBytes(200_000)]);
    const { content } = await pulling([cuts(100_000), sends({ tag: '"v2"', file: other })]);
    expect(content?.equals(other)).toBe(true);
  });

  it("is begun anew where nothing tells versions apart", async () => {
    const { asked, content } = await pulling([cuts(100_000, { tag: "" }), sends({ tag: "" })]);
    expect(asked[1]?.range).toBeUndefined();
    expect(content?.equals(FILE)).toBe(true);
  });

  it("is gone on with in another attempt, also when only its name is missing", async () => {
    for (const size of [50_000, FILE.length]) {
      const folder = temporaryFolder(onTestFinished);
      writeFileSync(join(folder, "m.gguf.part"), FILE.subarray(0, size));
      writeFileSync(join(folder, "m.gguf.part.tag"), '"v1"');
      const all: Serve = (response) =>
        void response.writeHead(416, { "content-range": `bytes */${FILE.length}` }).end();
      const { content, left } = await pulling([size === FILE.length ? all : sends()], { folder });
      expect(content?.equals(FILE)).toBe(true);
      expect(left).toEqual(["m.gguf"]);
    }
  });
});

describe("a file that cannot be had", () => {
  it.each<[string, Serve, RegExp]>([
    ["is not there", (response) => void response.writeHead(404).end("no"), /no such file/],
    ["is not open", (response) => void response.writeHead(401).end("no"), /not open/],
    ["is empty", (response) => void response.writeHead(200, { "content-length": 0 }).end(), /is empty/],
    ["is empty, and nobody says how long it is", (response) => void response.writeHead(200).end(), /is empty/],
    ["ends behind its name", (response) => void response.writeHead(200).end("GGUF"), /ends after 4 bytes/],
    [
      "begins with one right letter",
      (response) => {
        response.writeHead(200).write("G");
        setTimeout(() => response.end("<!doctype html> and more of it"), 50);
      },
      /no GGUF file/,
    ],
    [
      "is shorter than it is said to be",
      (response) => {
        response.writeHead(200, { "content-length": FILE.length }).write(FILE.subarray(0, 100));
        setTimeout(() => response.destroy(), 50);
      },
      /cannot be fetched/,
    ],
    ["is a page", (response) => void response.writeHead(200).end("<!doctype html>"), /no GGUF file/],
    [
      "leads nowhere",
      (response) => void response.writeHead(302, { location: "/m.gguf" }).end(),
      /one place to the next/,
    ],
    ["fails again and again", (response) => void response.writeHead(503).end(), /answered 503/],
    ["is cut before its first byte, always", (response) => void response.destroy(), /cannot be fetched/],
  ])("%s", async (_, answer, message) => {
    const { result, content } = await pulling([answer]);
    expect(result).toMatchObject({ name: "UsageError", message: expect.stringMatching(message) });
    expect(content).toBeNull();
  });

  it("is no GGUF file though it is called whole, and is removed", async () => {
    const folder = temporaryFolder(onTestFinished);
    writeFileSync(join(folder, "m.gguf.part"), "x".repeat(50));
    writeFileSync(join(folder, "m.gguf.part.tag"), '"v1"');
    const all: Serve = (response) => void response.writeHead(416, { "content-range": "bytes */50" }).end();
    const { result, left } = await pulling([all], { folder });
    expect(result).toMatchObject({ name: "UsageError", message: expect.stringContaining("no GGUF file") });
    expect(left).toEqual([]);
  });

  it.each([0, 50_000])("comes from another byte than the one asked for, %i", async (size) => {
    const folder = temporaryFolder(onTestFinished);
    writeFileSync(join(folder, "m.gguf.part"), FILE.subarray(0, size));
    writeFileSync(join(folder, "m.gguf.part.tag"), '"v1"');
    const elsewhere: Serve = (response) =>
      void response
        .writeHead(206, { etag: '"v1"', "content-range": `bytes 40000-${FILE.length - 1}/${FILE.length}` })
        .end(FILE.subarray(40_000));
    const { result, content, asked } = await pulling([elsewhere], { folder });
    expect(result).toMatchObject({ message: expect.stringContaining(`from byte 40000, where ${size} was asked for`) });
    expect(asked).toHaveLength(4);
    expect(content).toBeNull();
    expect(readFileSync(join(folder, "m.gguf.part"))).toHaveLength(size);
  });

  it("has another checksum, and is removed", async () => {
    const { result, left } = await pulling([sends()], { sha256: "0".repeat(64) });
    expect(result).toMatchObject({ name: "UsageError", exitCode: 3, message: expect.stringContaining(SUM) });
    expect(left).toEqual([]);
  });

  it("keeps what has come where it is cut for good", async () => {
    const { result, left, place } = await pulling([cuts(100_000), (response) => void response.destroy()]);
    expect(result).toMatchObject({ hint: expect.stringContaining("goes on") });
    expect(left.sort()).toEqual(["m.gguf.part", "m.gguf.part.tag"]);
    const part = readFileSync(join(place, "m.gguf.part"));
    expect(part.length).toBeGreaterThan(0);
    expect(part.equals(FILE.subarray(0, part.length))).toBe(true);
  });
});
