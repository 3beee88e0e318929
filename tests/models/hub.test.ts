import { describe, expect, it } from "vitest";
import { checksumIn, wantedFile } from "../../src/models/hub.js";

describe("what is to be fetched", () => {
  it.each([
    ["org/some-repo/m.Q4_K_M.gguf", "https://huggingface.co/org/some-repo/resolve/main/m.Q4_K_M.gguf"],
    ["org/some-repo/folder/m.gguf", "https://huggingface.co/org/some-repo/resolve/main/folder/m.gguf"],
    ["https://huggingface.co/org/repo/blob/main/m.gguf", "https://huggingface.co/org/repo/resolve/main/m.gguf"],
    ["http://127.0.0.1:1234/m.gguf?download=true", "http://127.0.0.1:1234/m.gguf?download=true"],
  ])("%s", (name, address) => {
    expect(wantedFile(name).address).toBe(address);
    expect(wantedFile(name).file).toMatch(/^m.*gguf$/);
  });

  it("is at another hub where one is named", () => {
    expect(wantedFile("org/repo/m.gguf", "http://hub.test/").address).toBe(
      "http://hub.test/org/repo/resolve/main/m.gguf",
    );
  });

  it.each(["m.gguf", "org/repo", "", "ftp://host/m.gguf", "file:///etc/passwd", "https://host/", "https://host/.m"])(
    "is not '%s'",
    (name) => {
      expect(() => wantedFile(name)).toThrow(expect.objectContaining({ name: "UsageError" }));
    },
  );
});

describe("a checksum", () => {
  const sum = "a".repeat(64);
  it.each<[Record<string, string>, string | null]>([
    [{ "x-linked-etag": `"${sum}"`, etag: '"other"' }, sum],
    [{ etag: `W/"${sum.toUpperCase()}"` }, sum],
    [{ etag: `"${"a".repeat(40)}"` }, null],
    [{}, null],
  ])("is in %j, if at all", (headers, found) => {
    expect(checksumIn(new Headers(headers))).toBe(found);
  });
});
