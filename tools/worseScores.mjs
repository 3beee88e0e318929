// What tools that plant defects share: the scorers that could mind one, and which of them found a trial worse than before.
import { DETERMINISTIC_SCORERS } from "../dist/scorers/registry.js";

/** Those that say which way is better, of what the assistant does. */
export const MINDING = DETERMINISTIC_SCORERS.filter(
  ({ direction, id }) => direction !== "neither" && !/^simulator/.test(id),
);

/** The ids of scorers whose value got worse. Where there was nothing to judge before, it was the best there is. */
export function lowered(was, is) {
  return MINDING.flatMap(({ id, direction }, at) => {
    const [old, now] = [was[at].value ?? (direction === "lower" ? 0 : 1), is[at].value];
    if (now === null) return [];
    return (direction === "lower" ? now > old + 1e-9 : now < old - 1e-9) ? [id] : [];
  });
}

/** The ids of scorers that find more that is bad than before, among the evidence that is looked at. */
export function findingMore(was, is, looksAt = () => true) {
  return MINDING.flatMap(({ id, direction }, at) => {
    const bad = ({ evidence }) => evidence.filter((one) => looksAt(one) && one.hit === (direction === "lower")).length;
    return bad(is[at]) > bad(was[at]) ? [id] : [];
  });
}
