import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";

/** A terminal that only remembers: what it is sent, and how big it is. */
export interface FakeTerminal {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  /** All that was written. */
  written(): string;
  /** The last thing that was written: with Ink's `debug`, the last frame. */
  lastFrame(): string;
  /** Every frame so far. */
  frames(): readonly string[];
  press(keys: string): void;
  resize(columns: number, rows: number): void;
  /** Whether keys come one by one. */
  raw(): boolean;
}

export function fakeTerminal(columns: number, rows: number): FakeTerminal {
  const writes: string[] = [];
  let raw = false;
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode(mode: boolean) {
      raw = mode;
      return stdin;
    },
    ref: () => stdin,
    unref: () => stdin,
  });
  const stdout = Object.assign(new EventEmitter(), {
    isTTY: true,
    writable: true,
    columns,
    rows,
    write(chunk: string, done?: () => void) {
      if (chunk !== "") writes.push(chunk);
      done?.();
      return true;
    },
  });
  return {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    written: () => writes.join(""),
    lastFrame: () => writes.at(-1) ?? "",
    frames: () => writes,
    press: (keys) => void stdin.write(keys),
    resize(nextColumns, nextRows) {
      stdout.columns = nextColumns;
      stdout.rows = nextRows;
      stdout.emit("resize");
    },
    raw: () => raw,
  };
}
