/** Whether a text shows nothing to who reads it: blanks, control characters, and marks of no width are nothing. */
export const saysNothing = (text: string) => !VISIBLE.test(text);

// U+2800 is a cell of Braille without dots.
const VISIBLE = /[^\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;
