/** What may lie beside a file: what it looks like, and the middle of that; of a photo, which is small itself, smaller ones. */
export const looks = ["preview", "square", "medium", "small"] as const;
export type Look = (typeof looks)[number];

/** Under which key of the store a company's file lies, or a look of it. */
export function keyOf(companyId: string, fileId: string, look?: Look): string {
  return `${companyId}/${fileId}${look ? `.${look}` : ""}`;
}

/** Every key under which something of the file may lie. */
export function keysOf(companyId: string, fileId: string): string[] {
  return [undefined, ...looks].map((look) => keyOf(companyId, fileId, look));
}

/** Whose key it is. */
export function idsOf(key: string): { companyId: string; fileId: string } {
  const [companyId = "", name = ""] = key.split("/");
  return { companyId, fileId: name.split(".")[0] ?? "" };
}
