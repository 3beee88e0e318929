import { createHash } from "node:crypto";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { dirname } from "node:path";
import { type Clock, sleep } from "../core/clock.js";
import { UsageError } from "../core/errors.js";
import { requested, type Transfer } from "./transfer.js";

/** What a download tells while it goes on. */
export interface Progress {
  done: number;
  total: number | null;
  /** Seconds that are left at the mean speed so far; null until that is known. */
  left: number | null;
}

/** What is fetched, where to, and what it has to be. */
export interface Pull {
  address: string;
  /** The path of the file; while it is fetched there is `.part` behind it. */
  to: string;
  /** Left out: what the server says, if anything. */
  sha256?: string | undefined;
  clock: Clock;
  signal: AbortSignal;
  onProgress?(progress: Progress): void;
}

/** What every GGUF file begins with. */
const MAGIC = "GGUF";

/** Tries without a byte in between, after which a download is given up. */
const TRIES = 4;
const WAIT = 500;

/**
 * Fetches a file, and goes on where it was cut, now or in an earlier attempt, if the server can. The file has its name
 * only when it is whole and its checksum right. Gives the checksum, and whether there was one to compare with. Throws
 * UsageError where it cannot be had.
 */
export async function pulled(pull: Pull): Promise<{ sha256: string; compared: boolean }> {
  mkdirSync(dirname(pull.to), { recursive: true });
  const part = `${pull.to}.part`;
  const told = await whole(pull, part);
  await refuseBroken(part);
  const wanted = pull.sha256?.toLowerCase() ?? told;
  const sha256 = await sha256Of(part);
  if (wanted !== null && sha256 !== wanted) {
    forget(part);
    throw new UsageError(`the file has the SHA-256 ${sha256}, not ${wanted}`, "it was removed: fetch it again", 3);
  }
  renameSync(part, pull.to);
  forget(part);
  return { sha256, compared: wanted !== null };
}

/** Magic, version, and the numbers of tensors and of keys: no GGUF file is shorter. https://github.com/ggml-org/ggml/blob/master/docs/gguf.md */
const SHORTEST = 24;

/** A server may call anything whole. What it has called so cannot be gone on with, so it is removed. */
async function refuseBroken(part: string): Promise<void> {
  const size = sizeOf(part);
  const fault = size === 0 ? "is empty" : size < SHORTEST ? `ends after ${size} bytes` : await otherKind(part);
  if (fault === null) return;
  forget(part);
  throw new UsageError(`what the server sends as the whole file ${fault}`, "look at its page on the hub", 3);
}

async function otherKind(part: string): Promise<string | null> {
  const file = await open(part, "r");
  try {
    const { buffer } = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
    return buffer.toString("latin1") === MAGIC ? null : "is no GGUF file";
  } finally {
    await file.close();
  }
}

/** Fetches until the part is whole; gives the checksum that the server told. */
async function whole(pull: Pull, part: string): Promise<string | null> {
  for (let failed = 0; ; ) {
    const before = sizeOf(part);
    try {
      return await fetched(pull, part);
    } catch (error) {
      pull.signal.throwIfAborted();
      if (error instanceof UsageError) throw error;
      failed = sizeOf(part) > before ? 1 : failed + 1;
      if (failed >= TRIES)
        throw new UsageError(
          `${pull.address} cannot be fetched: ${(error as Error).message}`,
          "the same command goes on where it was cut",
          3,
        );
      await sleep(pull.clock, WAIT * failed, pull.signal);
    }
  }
}

async function fetched({ address, sha256, clock, signal, onProgress }: Pull, part: string): Promise<string | null> {
  const transfer = await requested(
    address,
    { from: sizeOf(part), tag: tagOf(part), checked: sha256 !== undefined },
    signal,
  );
  writeFileSync(`${part}.tag`, transfer.tag ?? "");
  const file = await open(part, transfer.from === 0 ? "w" : "a");
  try {
    const done = await written(transfer, file, clock, onProgress);
    await file.sync();
    if (transfer.total !== null && done !== transfer.total)
      throw new Error(`${done} bytes of ${transfer.total} have come`);
    return transfer.sha256;
  } finally {
    await file.close();
  }
}

async function written(
  { from, total, body }: Transfer,
  file: FileHandle,
  clock: Clock,
  onProgress?: (progress: Progress) => void,
): Promise<number> {
  const started = clock.now();
  let done = from;
  for await (const bytes of body) {
    if (done === 0) refuseOther(bytes);
    await file.write(bytes);
    done += bytes.length;
    const speed = (done - from) / (clock.now() - started);
    const known = total !== null && Number.isFinite(speed) && clock.now() - started > 1000;
    onProgress?.({ done, total, left: known ? (total - done) / speed / 1000 : null });
  }
  return done;
}

/** A page that says "sign in" comes with a fine status, too. */
function refuseOther(bytes: Uint8Array): void {
  if (Buffer.from(bytes.subarray(0, MAGIC.length)).toString("latin1") !== MAGIC.slice(0, bytes.length))
    throw new UsageError("what the server sends is no GGUF file", "give the address of the file, not of its page");
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const bytes of createReadStream(file)) hash.update(bytes);
  return hash.digest("hex");
}

const sizeOf = (file: string) => (existsSync(file) ? statSync(file).size : 0);

function tagOf(part: string): string | null {
  return (existsSync(`${part}.tag`) && readFileSync(`${part}.tag`, "utf8")) || null;
}

function forget(part: string): void {
  for (const file of [part, `${part}.tag`]) rmSync(file, { force: true });
}
