/** Why a file or folder cannot be read, in the words of who made it. */
export function unreadable(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return WORDS[code] ?? `cannot be read: ${message}`;
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: "does not exist",
  EACCES: "cannot be read: permission denied",
  EPERM: "cannot be read: permission denied",
  ELOOP: "is a link that leads back to itself",
  EISDIR: "is a folder, not a file",
  ENOTDIR: "is a file, not a folder, or lies below one",
  ENAMETOOLONG: "has too long a name",
};
