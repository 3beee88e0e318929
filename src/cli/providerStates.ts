import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { placeOf } from "../models/optional.js";
import { addressIn, PROVIDERS, type Provider, type Sources } from "../models/registry.js";

/** How long a provider may take to show that it is there, in milliseconds. */
const PATIENCE = 2000;

/** What each provider of models has and lacks, a line each; keys are looked for and never shown. */
export function providerStates(sources: Sources): Promise<[string, string][]> {
  const states = Object.entries(PROVIDERS).map(async ([id, provider]): Promise<[string, string]> => {
    const parts = [libraryState(provider, sources), keyState(provider, sources), await reach(id, provider, sources)];
    return [`${id}:`, parts.filter((part) => part !== null).join("; ")];
  });
  return Promise.all(states);
}

function libraryState({ library }: Provider, { folder }: Sources): string | null {
  if (library === null) return null;
  return placeOf(library, folder) ? `${library} is installed` : `not installed: \`npm install ${library}\``;
}

function keyState({ key }: Provider, { environment }: Sources): string | null {
  return key === null ? null : `${key} ${environment[key] ? "set" : "not set"}`;
}

/** Asks for the list of models, which costs nothing, and only where a run would ask: with a key, or at a local address. */
async function reach(id: string, { key, server }: Provider, { environment }: Sources): Promise<string | null> {
  const secret = (key === null ? undefined : environment[key]) ?? "";
  if (server === null || (key !== null && secret === "")) return null;
  const given = addressIn(environment, id) ?? server.address;
  const { url, headers } = server.listing(given.replace(/\/+$/, ""), secret);
  if (!/^https?:/.test(url) || !URL.canParse(url)) return `'${given}' is no http(s) address`;
  const address = new URL(url).origin;
  try {
    const wait = AbortSignal.timeout(PATIENCE);
    const { status, body } = await fetch(url, { headers, signal: wait, redirect: "manual" });
    await body?.cancel();
    if (status >= 300 && status < 400) return `${address} leads elsewhere (${status}), where no run follows`;
    if (status === 401 || status === 403) return `${address} answers, and does not take the key (${status})`;
    return `${address} answers (${status})`;
  } catch {
    return `${address} does not answer`;
  }
}

/** Whether a GGUF file can be run: loads it. */
export async function fileState(file: string, { folder, config }: Sources): Promise<string> {
  const path = resolve(folder, file);
  if (!existsSync(path)) return "no such file";
  try {
    const { startEngine } = await import("../models/localEngine.js");
    const { contextSize } = await startEngine(path, config.local, folder);
    return `${Math.round(statSync(path).size / 1_000_000)} MB, loads, ${contextSize} tokens of context`;
  } catch (error) {
    return (error as Error).message;
  }
}
