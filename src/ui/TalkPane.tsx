import type { Line } from "./line.js";
import { Rows } from "./Rows.js";
import type { Theme } from "./theme.js";

/** A page of the talk under its title. */
export function TalkPane({
  title,
  lines,
  top,
  columns,
  height,
  theme,
}: {
  title: Line;
  lines: readonly Line[];
  top: number;
  columns: number;
  height: number;
  theme: Theme;
}) {
  return (
    <Rows lines={[title, ...lines.slice(top, top + height - 1)]} columns={columns} height={height} theme={theme} />
  );
}
