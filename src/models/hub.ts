import { basename } from "node:path";
import { UsageError } from "../core/errors.js";

/** Where `owner/repository/file` is looked for. */
export const HUB = "https://huggingface.co";

/** A file to fetch and what it will be called here. */
export interface Wanted {
  address: string;
  file: string;
}

/**
 * What a name asks for: an address, also that of a file's page on the hub, or `owner/repository/file.gguf` on the hub.
 * Throws UsageError where it is neither.
 */
export function wantedFile(name: string, hub: string = HUB): Wanted {
  const [, owner, repository, path] = /^([\w.-]+)\/([\w.-]+)\/([\w./-]+)$/.exec(name) ?? [];
  const asked = owner ? `${hub.replace(/\/+$/, "")}/${owner}/${repository}/resolve/main/${path}` : name;
  const url = URL.canParse(asked) ? new URL(asked) : null;
  const file = url === null ? "" : basename(decodeURIComponent(url.pathname));
  if (!url || !/^https?:$/.test(url.protocol) || !/^[\w][\w.-]*$/.test(file))
    throw new UsageError(`'${name}' names no file to fetch`, "give owner/repository/file.gguf or an http(s) address");
  url.pathname = url.pathname.replace(/^(\/[^/]+\/[^/]+)\/blob\//, "$1/resolve/");
  return { address: url.href, file };
}

/** The SHA-256 that a server gives for a file: the hub's tag for large files, or a tag that is one. */
export function checksumIn(headers: Headers): string | null {
  for (const name of ["x-linked-etag", "etag"]) {
    const [, sum] = /^(?:W\/)?"?([0-9a-f]{64})"?$/i.exec(headers.get(name) ?? "") ?? [];
    if (sum) return sum.toLowerCase();
  }
  return null;
}
