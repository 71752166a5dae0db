import { expect, test } from "vitest";
import { downloadHeaders } from "#lib/files/headers.ts";
import { cleanFileName } from "#lib/files/schema.ts";

test.each([
  ["写真.jpg", "写真.jpg"],
  ["カ\u3099イド.pdf", "ガイド.pdf"],
  ["👨\u200d👩\u200d👧 家族.jpg", "👨\u200d👩\u200d👧 家族.jpg"],
  ["../../etc/passwd", "_.._etc_passwd"],
  ["C:\\Users\\me\\a.txt", "C:_Users_me_a.txt"],
  ["invoice\u202efdp.exe", "invoicefdp.exe"],
  ["a\r\nSet-Cookie: x=1\0.txt", "aSet-Cookie: x=1.txt"],
  ["  .htaccess ", "htaccess"],
  ["trailing dots...", "trailing dots"],
  ["", "file"],
  ["\u202e\u200b", "file"],
  ["..", "file"],
  ["\u3164\u2800", "file"],
  ["\ud800.txt", "\ufffd.txt"],
])("%j becomes %j", (given, kept) => expect(cleanFileName(given)).toBe(kept));

test("a long name is cut, and keeps what it ends with", () => {
  const name = cleanFileName(`${"長".repeat(300)}.xlsx`);
  expect([...name]).toHaveLength(120);
  expect(name.endsWith("長….xlsx")).toBe(true);
  expect([...cleanFileName("😀".repeat(300))]).toHaveLength(120);
});

test.each([
  ["写真 (1).jpg", `attachment; filename="__ (1).jpg"; filename*=UTF-8''%E5%86%99%E7%9C%9F%20%281%29.jpg`],
  ['a".html', `attachment; filename="a_.html"; filename*=UTF-8''a%22.html`],
  ["50%\\'*.txt", `attachment; filename="50__'*.txt"; filename*=UTF-8''50%25%5C%27%2A.txt`],
  [
    "a\r\nx: y\u2028.txt",
    `attachment; filename="a__x: y_.txt"; filename*=UTF-8''a%0D%0Ax%3A%20y%E2%80%A8.txt`,
  ],
  ["\ud800", `attachment; filename="_"; filename*=UTF-8''%EF%BF%BD`],
])("%j goes into a header as a value and nothing else", (name, disposition) => {
  const headers = new Headers(downloadHeaders(name, "text/plain", 1));
  expect(headers.get("content-disposition")).toBe(disposition);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("cache-control")).toBe("private, no-store");
});
