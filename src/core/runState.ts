/** How far a run has come. */
export interface RunState {
  planned: number;
  committed: number;
  /** Why it did not come to its end; null where it did. */
  stopped: "interrupted" | "spent" | null;
  outcomes: Readonly<Record<string, number>>;
}
