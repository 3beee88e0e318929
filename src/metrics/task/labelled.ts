/** One item of a task: what was right, and what was said. */
export interface Labelled<T> {
  actual: T;
  predicted: T;
}
