export async function list(..._: unknown[]): Promise<void> {}
export const exportRun = list;
