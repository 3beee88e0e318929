/** Who is served, and in which session: what an external assistant is told at every turn. */
export interface TurnBody {
  user_id: string;
  session_id: string;
  now: string;
  messages: readonly { role: "user" | "assistant"; content: string }[];
  options: readonly object[];
  /** Left out where the assistant keeps what it was given before. */
  materials?: object;
}

/** Everything an external assistant is sent: a turn to answer, the end of a session, the end of the trial. */
export type Body =
  | TurnBody
  | { user_id: string; session_id: string; end_session: true }
  | { user_id: string; reset: true };

/**
 * Brings a body to an external assistant and gives the text that comes back, unread. Throws AssistantError where the
 * assistant is at fault, ProviderError where something between does not work, and the abort reason where the signal ends it.
 */
export type Transport = (body: Body, signal?: AbortSignal) => Promise<string>;

/** How long an external assistant may take for one body, in milliseconds. */
export const TIMEOUT = 60_000;

/** The longest answer that is taken, in bytes. */
export const LONGEST = 1_000_000;
