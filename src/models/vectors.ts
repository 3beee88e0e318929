import { ProviderError } from "../core/errors.js";

const BYTES = 4;

/**
 * Vectors as they are recorded: their numbers as 32-bit floats, little-endian, in base64. Throws ProviderError where there
 * is not one for each text, or where they are not all numbers of one width.
 */
export function written(vectors: readonly (readonly number[])[], texts: number): string[] {
  const width = vectors[0]?.length ?? 0;
  const sound = vectors.every((vector) => vector.length === width && vector.every(Number.isFinite));
  if (vectors.length !== texts || (texts > 0 && width === 0) || !sound)
    throw new ProviderError(
      "invalid-output",
      `${vectors.length} vectors came for ${texts} texts, or no numbers in them`,
    );
  return vectors.map((vector) => {
    const bytes = Buffer.alloc(vector.length * BYTES);
    vector.forEach((number, at) => void bytes.writeFloatLE(number, at * BYTES));
    return bytes.toString("base64");
  });
}

/** The numbers of a recorded vector. */
export function readVector(text: string): number[] {
  const bytes = Buffer.from(text, "base64");
  return Array.from({ length: bytes.length / BYTES }, (_, at) => bytes.readFloatLE(at * BYTES));
}
