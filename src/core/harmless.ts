/** Text that cannot control a terminal: escape sequences, control characters, bidi overrides, zero-width marks and tags nobody sees are taken out. */
export function harmless(text: string): string {
  return text.replace(SEQUENCES, "").replace(CONTROLS, "");
}

// CSI, OSC, DCS, PM, APC and two-character escapes, in their 7-bit and 8-bit forms (ECMA-48).
const SEQUENCES =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[\s\S]*?(?:\u0007|\u001b\\|\u009c|$)|\u001b[ -/]*[0-~]?/g;
const CONTROLS =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

/** JSON on one line, whatever reads it: what breaks lines or controls terminals stands as `\u…`. The value is the same. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const UNSAFE = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
