/** The simulated user failed: the trial says nothing about the assistant. */
export class SimulatorError extends Error {
  override name = "SimulatorError";
}

/** Something between us and a model or assistant failed. `kind` classes it, `raw` is what was really sent. */
export class ProviderError extends Error {
  override name = "ProviderError";
  constructor(
    readonly kind: string,
    message: string,
    readonly raw: string | null = null,
    /** Seconds after which the provider wants to be asked again, where it says so. */
    readonly retryAfter: number | null = null,
    /** What the failed call may have cost all the same; null where nothing. */
    readonly spent: { tokens: number; usd: number } | null = null,
  ) {
    super(message);
  }

  costing(spent: { tokens: number; usd: number }): ProviderError {
    return new ProviderError(this.kind, this.message, this.raw, this.retryAfter, spent);
  }
}

/** A budget does not let another call begin. The trial has no end, and can be taken up again. */
export class BudgetSpent extends Error {
  override name = "BudgetSpent";
}

/** The assistant under test answered, but not as an assistant can. */
export class AssistantError extends ProviderError {
  override name = "AssistantError";
}

/** What a user of the command line can mend: it carries the exit code and the way out. */
export class UsageError extends Error {
  override name = "UsageError";
  constructor(
    message: string,
    readonly hint: string | null = null,
    readonly exitCode: 2 | 3 = 2,
  ) {
    super(message);
  }
}
