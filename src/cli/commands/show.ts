export async function show(..._: unknown[]): Promise<void> {}
export const exportRun = show;
