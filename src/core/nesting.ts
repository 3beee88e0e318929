/** Whether data has parts more than so many levels below it. Looks level by level: deep data would run out of stack. */
export function isDeeper(data: unknown, levels: number): boolean {
  let level: unknown[] = [data];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return true;
    level = level.flatMap((part) => (typeof part === "object" && part !== null ? Object.values(part) : []));
  }
  return false;
}
