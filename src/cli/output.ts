/** What writing to a terminal that is gone gives. SIGHUP comes beside it and ends a run in order. */
const HUNG_UP = "EIO";

/** Why nothing more can be written: the reader closed the pipe, or the error of a full disk and the like. */
export type Loss = "closed" | NodeJS.ErrnoException;

/** Standard output, as far as it can be lost. Whoever took over last is told; at first that ends the program. */
export interface Output {
  /** Tells `lost` from now on; gives what ends that. */
  takeOver(lost: (loss: Loss) => void): () => void;
}

/** Watches standard output. What goes to standard error may be lost: there is nowhere left to tell it. */
export function watchedOutput(lostAtFirst: (loss: Loss) => void): Output {
  let lost = lostAtFirst;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== HUNG_UP) lost(error.code === "EPIPE" ? "closed" : error);
  });
  process.stderr.on("error", () => {});
  return {
    takeOver(other) {
      const before = lost;
      lost = other;
      return () => {
        lost = before;
      };
    },
  };
}

/** What a run breaks with when nobody gets to see it any more. */
export class LostOutput extends Error {
  override name = "LostOutput";
  constructor(cause: Error) {
    super(`standard output cannot be written: ${cause.message}`, { cause });
  }
}
