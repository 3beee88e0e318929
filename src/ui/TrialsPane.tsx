import { Box } from "ink";
import { span, titleLine } from "./line.js";
import { Rows } from "./Rows.js";
import { personsSoFar, scoreLines } from "./scoreLines.js";
import type { Theme } from "./theme.js";
import { countsNote, trialLines } from "./trialLines.js";
import type { View } from "./view.js";

/** The trials, and under them the scores so far. */
export function TrialsPane({
  view,
  columns,
  trials,
  scores,
  theme,
}: {
  view: View;
  columns: number;
  trials: number;
  scores: number;
  theme: Theme;
}) {
  const { playbill, tally, pane } = view;
  const title = titleLine([span("Trials", "title")], countsNote(view), columns, pane === "trials");
  const persons = personsSoFar(tally, playbill);
  const scoreTitle = titleLine(
    [span(view.over ? "Scores" : "Scores so far", "title")],
    [span(`${persons} ${persons === 1 ? "person" : "persons"}`, "faint")],
    columns,
    false,
  );
  return (
    <Box flexDirection="column" width={columns} flexShrink={0}>
      <Rows lines={[title, ...trialLines(view, columns, trials - 1)]} columns={columns} height={trials} theme={theme} />
      {scores > 0 && (
        <Rows
          lines={[scoreTitle, ...scoreLines(tally, playbill, columns, scores - 1)]}
          columns={columns}
          height={scores}
          theme={theme}
        />
      )}
    </Box>
  );
}
