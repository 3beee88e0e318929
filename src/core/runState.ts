/** How far a run has come. */
export interface RunState {
  planned: number;
  committed: number;
  interrupted: boolean;
  outcomes: Readonly<Record<string, number>>;
}
