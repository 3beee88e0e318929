import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { UsageError } from "../core/errors.js";

/** Where an optional library is found: beside Dramatis first, then in the folder of whoever uses it; null where in neither. */
export function placeOf(library: string, folder: string): string | null {
  for (const from of [import.meta.url, join(folder, "package.json")]) {
    try {
      return createRequire(from).resolve(library);
    } catch {
      // It may be in the next place.
    }
  }
  return null;
}

/** A library that Dramatis can use and does not bring. Throws UsageError (exit code 3) where it is absent or broken. */
export async function optional<Library>(library: string, folder: string): Promise<Library> {
  const place = placeOf(library, folder);
  if (place === null)
    throw new UsageError(`the library ${library} is not installed`, `\`npm install ${library}\` in your folder`, 3);
  try {
    const loaded = await import(/* @vite-ignore */ pathToFileURL(place).href);
    // What a CommonJS library exports may come as its default only.
    return { ...loaded.default, ...loaded };
  } catch (error) {
    throw new UsageError(`the library ${library} cannot be loaded: ${(error as Error).message}`, null, 3);
  }
}
