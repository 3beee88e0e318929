export async function schema(..._: unknown[]): Promise<void> {}
export const exportRun = schema;
