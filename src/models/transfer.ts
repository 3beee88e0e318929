import { UsageError } from "../core/errors.js";
import { checksumIn } from "./hub.js";

/** The part of a file that a server sends. */
export interface Transfer {
  /** The byte it begins with: 0 where the server starts anew. */
  from: number;
  /** Bytes of the whole file; null where the server does not say. */
  total: number | null;
  /** What tells this version of the file from others. */
  tag: string | null;
  sha256: string | null;
  body: AsyncIterable<Uint8Array>;
}

const REDIRECTS = 5;

/** Where to go on: `tag` is of the version that was begun; without one it must be checked otherwise that the parts fit. */
export interface Begun {
  from: number;
  tag: string | null;
  checked: boolean;
}

/**
 * Asks for a file from a byte on, as long as it is still the version that was begun. Redirections are followed here, for
 * the first of them may carry the checksum. Throws UsageError where the server will not send it.
 */
export async function requested(address: string, begun: Begun, signal: AbortSignal): Promise<Transfer> {
  const { from, tag, checked } = begun;
  const range = from > 0 && (tag !== null || checked) ? { range: `bytes=${from}-` } : {};
  const headers = { ...range, ...(tag === null ? {} : { "if-range": tag }) };
  let url = address;
  let sha256: string | null = null;
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    const response = await fetch(url, { headers, signal, redirect: "manual" });
    sha256 = sha256 ?? checksumIn(response.headers);
    const next = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && next) {
      url = new URL(next, url).href;
      await response.body?.cancel();
      continue;
    }
    return transferOf(response, from, sha256);
  }
  throw new UsageError(`${address} leads from one place to the next`, null, 3);
}

function transferOf(response: Response, asked: number, sha256: string | null): Transfer {
  const { status, headers } = response;
  if (status === 404) throw new UsageError(`there is no such file: ${response.url}`, "look at its page on the hub");
  if (status === 401 || status === 403)
    throw new UsageError(`${response.url} is not open to everyone`, "fetch it with the hub's own program", 3);
  const [, start, whole] = /^bytes (?:(\d+)-\d+|\*)\/(\d+|\*)$/.exec(headers.get("content-range") ?? "") ?? [];
  const known = { tag: headers.get("etag"), sha256 };
  if (status === 416 && Number(whole) === asked) return { ...known, from: asked, total: asked, body: nothing() };
  if (!response.ok) throw new Error(`the server answered ${status}`);
  const length = Number(headers.get("content-length") ?? Number.NaN);
  const from = status === 206 ? Number(start ?? asked) : 0;
  // Put behind what has come, another part would make a file of the right length and the wrong bytes.
  if (from > 0 && from !== asked)
    throw new Error(`the server sends it from byte ${from}, where ${asked} was asked for`);
  const total = status === 206 && whole && whole !== "*" ? Number(whole) : from + length;
  return { ...known, from, total: Number.isNaN(total) ? null : total, body: response.body ?? nothing() };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
