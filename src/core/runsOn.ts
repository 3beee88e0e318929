/** So many blanks in a row nobody writes; a model that is stuck does. */
const LONGEST = 1000;

/** Whether a text goes on in blanks without end. Such a text says nothing there, and takes minutes to look at. */
export function runsOn(text: string): boolean {
  return text.length > LONGEST && (text.match(/\s+/g) ?? []).some(({ length }) => length > LONGEST);
}
