/** Seconds that a provider asks to wait, from a `Retry-After` in seconds or as a date, or `retry-after-ms`; null where it says nothing. */
export function retryAfterIn(headers: Headers, now: number): number | null {
  const milliseconds = headers.get("retry-after-ms");
  if (milliseconds && Number(milliseconds) >= 0) return Number(milliseconds) / 1000;
  const value = headers.get("retry-after")?.trim();
  if (!value) return null;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  // What the answer's own clock says is right even where ours is not.
  const from = Date.parse(headers.get("date") ?? "") || now;
  const until = /^[a-z]{3}/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(until) ? null : Math.max(0, (until - from) / 1000);
}
