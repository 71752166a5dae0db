/** What lies beside a file: what it looks like, and the middle of that. */
export type Look = "preview" | "square";

/** Under which key of the store a company's file lies, or a look of it. */
export function keyOf(companyId: string, fileId: string, look?: Look): string {
  return `${companyId}/${fileId}${look ? `.${look}` : ""}`;
}

/** Every key under which something of the file may lie. */
export function keysOf(companyId: string, fileId: string): string[] {
  return [undefined, "preview" as const, "square" as const].map((look) => keyOf(companyId, fileId, look));
}

/** Whose key it is. */
export function idsOf(key: string): { companyId: string; fileId: string } {
  const [companyId = "", name = ""] = key.split("/");
  return { companyId, fileId: name.split(".")[0] ?? "" };
}
