export const screenReporter = (..._: unknown[]): never => {
  throw new Error("none yet");
};
