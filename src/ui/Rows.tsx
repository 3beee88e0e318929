import { Box, Text } from "ink";
import { memo } from "react";
import { fitted, type Line, span } from "./line.js";
import type { Theme } from "./theme.js";

/** So many rows of so many columns: the lines that fit, and empty rows under them. */
export function Rows({
  lines,
  columns,
  height,
  theme,
}: {
  lines: readonly Line[];
  columns: number;
  height: number;
  theme: Theme;
}) {
  return (
    <Box flexDirection="column" width={columns} height={height} flexShrink={0}>
      {Array.from({ length: height }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its index
        <Row key={index} line={fitted(lines[index] ?? EMPTY, columns)} theme={theme} />
      ))}
    </Box>
  );
}

/** Drawn again only where the line reads otherwise: Ink measures every text that is touched. */
const Row = memo(
  function Row({ line, theme }: { line: Line; theme: Theme }) {
    const shown = line.some(({ text }) => text !== "") ? line : EMPTY;
    return (
      <Text wrap="truncate">
        {shown.map(({ text, tone }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece of a row is its place
          <Text key={place} {...theme[tone]}>
            {text}
          </Text>
        ))}
      </Text>
    );
  },
  (before, after) => before.theme === after.theme && alike(before.line, after.line),
);

function alike(one: Line, other: Line): boolean {
  return (
    one.length === other.length &&
    one.every(({ text, tone }, place) => text === other[place]?.text && tone === other[place]?.tone)
  );
}

/** An empty text would take no row. */
const EMPTY: Line = [span(" ")];
