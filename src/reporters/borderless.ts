import Table from "cli-table3";

/** An empty table that is aligned by display width and has no lines. */
export function borderless(head: readonly string[]) {
  return new Table({ head: [...head], style: { head: [], border: [], compact: true }, chars: NO_LINES });
}

const NO_LINES = {
  ...{ top: "", "top-mid": "", "top-left": "", "top-right": "", bottom: "", "bottom-mid": "", "bottom-left": "" },
  ...{ "bottom-right": "", left: "", "left-mid": "", mid: "", "mid-mid": "", right: "", "right-mid": "", middle: " " },
};
