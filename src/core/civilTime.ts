/** Civil time is text without a zone. Arithmetic goes through UTC, so that no host setting can move it. */
const HOUR = 3_600_000;

/** `2026-06-12T18:00` plus `30d` or `4h`. */
export function later(at: string, after: string): string {
  const hours = Number.parseInt(after, 10) * (after.endsWith("d") ? 24 : 1);
  return new Date(Date.parse(`${withTime(at)}:00Z`) + hours * HOUR).toISOString().slice(0, 16);
}

/** The date and time of each session of a script, in order. */
export function sessionTimes(start: string, sessions: readonly { after?: string | undefined }[]): string[] {
  let at = withTime(start);
  return sessions.map(({ after }) => {
    at = after === undefined ? at : later(at, after);
    return at;
  });
}

function withTime(at: string): string {
  return at.includes("T") ? at : `${at}T12:00`;
}
