export async function doctor(..._: unknown[]): Promise<void> {}
export const exportRun = doctor;
