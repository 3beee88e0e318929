export async function validate(..._: unknown[]): Promise<void> {}
export const exportRun = validate;
