export async function init(..._: unknown[]): Promise<void> {}
export const exportRun = init;
