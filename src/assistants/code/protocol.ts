import type { z } from "zod";
import type { fault, report } from "./report.js";

/** What a thread is started for: a file of code, and what of it is the assistant. */
export interface Duty {
  kind: "module" | "langgraph";
  /** The file, as a URL. */
  file: string;
  /** The export that is the assistant. */
  name: string;
  /** Who is served. The assistant is made for that person when the first body comes. */
  user: string;
  /** The longest answer that is taken, in bytes. */
  longest: number;
}

/** One thing to do: a body in JSON; or null, to load the code and look at what it exports. */
export interface Errand {
  id: number;
  body: string | null;
  /** How long it may take, in milliseconds. */
  timeout: number;
}

export type Fault = z.infer<typeof fault>;
export type Report = z.infer<typeof report>;

/** What is said where an errand takes longer than it may. */
export const tooLate = (timeout: number) => `the code did not answer within ${timeout / 1000} s`;
