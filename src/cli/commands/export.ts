export async function exportRun(..._: unknown[]): Promise<void> {}
