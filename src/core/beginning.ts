/** How much is kept of what others say, where that can be of any length. */
const KEPT_BYTES = 2000;

/** The first 2 kB of a text, without the piece of a character that the cut may leave. */
export function beginning(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, KEPT_BYTES), { stream: true });
}
