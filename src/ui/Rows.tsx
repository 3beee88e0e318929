import { Box, Text } from "ink";
import { fitted, type Line } from "./line.js";
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
  const shown = Array.from({ length: height }, (_, index) => fitted(lines[index] ?? [], columns));
  return (
    <Box flexDirection="column" width={columns} height={height} flexShrink={0}>
      {shown.map((line, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its index
        <Text key={row} wrap="truncate">
          {line.map(({ text, tone }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: so is a piece of a row
            <Text key={index} {...theme[tone]}>
              {text}
            </Text>
          ))}
        </Text>
      ))}
    </Box>
  );
}
