import { UsageError } from "../core/errors.js";

/** Where a model is and what opens it. Without an address, its provider itself. */
export interface Access {
  apiKey: string | undefined;
  baseURL: string | undefined;
  headers?: Readonly<Record<string, string>>;
  /** How long one call may take, in milliseconds. */
  timeout?: number;
  /** Whether answers come in pieces; true unless a server cannot. */
  streaming?: boolean;
  /** Where a library that Dramatis does not bring may be installed, beside it. */
  folder?: string;
}

export const TIMEOUT = 120_000;

/** The key. Throws UsageError (exit code 3) where there is none. */
export function keyOf(name: string, { apiKey }: Access, hint: string): string {
  if (!apiKey) throw new UsageError(`${name} needs a key`, hint, 3);
  return apiKey;
}
