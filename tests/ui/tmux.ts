import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { surroundings } from "../support/dramatis.js";
import { PROGRAM } from "../support/paths.js";

/** Whether there is a tmux to drive a real terminal with. */
export const hasTmux = spawnSync("tmux", ["-V"]).status === 0;

/** The built program on a real terminal. */
export interface Stage {
  /** The rows of the terminal as they are now. */
  rows(): string[];
  /** Rows with all that went by above them. */
  history(): string;
  press(...keys: string[]): void;
  resize(columns: number, rows: number): void;
  /** A value of tmux, such as `alternate_on` or `cursor_flag`. */
  flag(name: string): string;
  /** Sends a signal to the program. */
  signal(name: NodeJS.Signals): void;
  /** Waits until the rows are as wanted; throws with the rows where they do not become so. */
  until(what: string, wanted: (rows: readonly string[]) => boolean): Promise<string[]>;
  close(): void;
}

const PATIENCE = 60_000;

/** Runs the program in a terminal of so many columns and rows; when it ends, its code and the terminal's modes are printed. */
export function staged(args: readonly string[], cwd: string, columns: number, rows: number): Stage {
  const socket = `dramatis-${randomUUID()}`;
  const tmux = (...words: string[]) => {
    const { stdout, stderr, status } = spawnSync("tmux", ["-L", socket, "-f", "/dev/null", ...words], {
      encoding: "utf8",
      env: { ...surroundings(), SHELL: "/bin/sh", LC_ALL: "C.UTF-8" },
    });
    if (status !== 0) throw new Error(`tmux ${words[0]}: ${stderr}`);
    return stdout;
  };
  const command = [process.execPath, PROGRAM, ...args].map((word) => `'${word}'`).join(" ");
  const script = `${command}; echo "code=$?"; stty -a; cat`;
  tmux("new-session", "-d", "-x", `${columns}`, "-y", `${rows}`, "-c", cwd, "sh", "-c", script);
  const screen = () => tmux("capture-pane", "-p").split("\n").slice(0, -1);
  return {
    rows: screen,
    history: () => tmux("capture-pane", "-p", "-J", "-S", "-"),
    press: (...keys) => void tmux("send-keys", ...keys),
    resize: (nextColumns, nextRows) => void tmux("resize-window", "-x", `${nextColumns}`, "-y", `${nextRows}`),
    flag: (name) => tmux("display-message", "-p", `#{${name}}`).trim(),
    signal(name) {
      const shell = tmux("display-message", "-p", "#{pane_pid}").trim();
      const child = spawnSync("pgrep", ["-P", shell], { encoding: "utf8" }).stdout.trim();
      process.kill(Number(child), name);
    },
    async until(what, wanted) {
      const deadline = Date.now() + PATIENCE;
      for (;;) {
        const now = screen();
        if (wanted(now)) return now;
        if (Date.now() > deadline) throw new Error(`not seen: ${what}\n${now.join("\n")}`);
        await setTimeout(50);
      }
    },
    close: () => void spawnSync("tmux", ["-L", socket, "kill-server"]),
  };
}
