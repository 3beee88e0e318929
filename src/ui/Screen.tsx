import { Box, Text, useInput, useWindowSize } from "ink";
import { useSyncExternalStore } from "react";
import type { Clock } from "../core/clock.js";
import { footLine } from "./footLine.js";
import { headLines } from "./headLines.js";
import { helpLines } from "./helpLines.js";
import { keyNames } from "./keyNames.js";
import { actionFor } from "./keys.js";
import { BETWEEN, type Layout, layoutOf, SMALLEST } from "./layout.js";
import { type Line, span, titleLine } from "./line.js";
import { Rows } from "./Rows.js";
import type { Store } from "./store.js";
import { TalkPane } from "./TalkPane.js";
import { TrialsPane } from "./TrialsPane.js";
import { talkLines, talkTitle } from "./talk.js";
import type { Theme } from "./theme.js";
import type { View } from "./view.js";

/** The screen of a run. */
export function Screen({ store, clock, theme }: { store: Store; clock: Clock; theme: Theme }) {
  const view = useSyncExternalStore(store.subscribe, store.drawn);
  const size = useWindowSize();
  const head = headLines(view, size.columns, size.rows);
  const layout = layoutOf(size, { head: head.length, arms: view.playbill.arms.length, pane: view.pane });
  const lines = view.help ? helpLines() : layout && layout.right > 0 ? talkLines(view, layout.right - 1) : [];
  const page = Math.max(1, (layout?.body ?? 2) - 1);
  const last = Math.max(0, lines.length - page);

  useInput((input, key) => {
    for (const name of keyNames(input, key)) {
      const action = actionFor(name, store.view());
      if (action) store.dispatch({ type: "command", command: { action, page: page - 1, last }, now: clock.now() });
    }
  });

  if (!layout) return <TooSmall {...size} />;
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows - 1}>
      <Rows lines={head} columns={size.columns} height={head.length} theme={theme} />
      {view.help ? (
        <Help lines={lines} top={Math.min(view.helpTop, last)} layout={layout} theme={theme} />
      ) : (
        <Panes view={view} layout={layout} lines={lines} last={last} theme={theme} />
      )}
      <Rows lines={[footLine(view, size.columns)]} columns={size.columns} height={1} theme={theme} />
    </Box>
  );
}

function Panes({
  view,
  layout,
  lines,
  last,
  theme,
}: {
  view: View;
  layout: Layout;
  lines: readonly Line[];
  last: number;
  theme: Theme;
}) {
  const { left, right, trials, scores, body } = layout;
  const top = Math.min(view.top ?? last, last);
  return (
    <Box height={body}>
      {left > 0 && <TrialsPane view={view} columns={left} trials={trials} scores={scores} theme={theme} />}
      {left > 0 && right > 0 && <Divider height={body} theme={theme} />}
      {right > 0 && (
        <TalkPane
          title={talkTitle(view, right, top < last)}
          lines={lines}
          top={top}
          columns={right}
          height={body}
          theme={theme}
        />
      )}
    </Box>
  );
}

function Divider({ height, theme }: { height: number; theme: Theme }) {
  const lines = Array.from({ length: height }, (_, row) => [span(row === 0 ? " " : "│ ", "rule")]);
  return <Rows lines={lines} columns={BETWEEN} height={height} theme={theme} />;
}

function Help({
  lines,
  top,
  layout: { columns, body },
  theme,
}: {
  lines: readonly Line[];
  top: number;
  layout: Layout;
  theme: Theme;
}) {
  const more = top + body - 1 < lines.length ? [span("↓ for more ", "faint")] : [];
  const title = titleLine([span("Keys and symbols", "title")], more, columns, true);
  return <Rows lines={[title, ...lines.slice(top)]} columns={columns} height={body} theme={theme} />;
}

function TooSmall({ columns, rows }: { columns: number; rows: number }) {
  return (
    <Text wrap="truncate">{`${columns}x${rows} is too small: dramatis needs ${SMALLEST.columns}x${SMALLEST.rows}; q quits`}</Text>
  );
}
