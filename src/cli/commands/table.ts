export async function table(..._: unknown[]): Promise<void> {}
export const exportRun = table;
