import { Refused } from "./kinds.ts";
import { attribute, elements } from "./xml.ts";
import type { Entry } from "./zip.ts";

/** A sheet of a workbook: its place among all, and its entry. */
export type Sheet = { name: string; index: number; path: string };

/** The sheets that Excel shows, in their order. Throws `Refused` where there is none. */
export function listSheets(entries: readonly Entry[]): Sheet[] {
  const texts = new Map(entries.map(({ name, data }) => [name, data]));
  const textOf = (name: string) => new TextDecoder().decode(texts.get(name));
  const workbook = entries.find(({ name }) => name.endsWith("/workbook.xml"))?.name ?? "xl/workbook.xml";
  const folder = workbook.slice(0, workbook.lastIndexOf("/") + 1);
  const paths = new Map(
    elements(textOf(`${folder}_rels/workbook.xml.rels`), "Relationship").map((one) => [
      attribute(one, "Id"),
      pathOf(folder, attribute(one, "Target") ?? ""),
    ]),
  );
  const sheets = elements(textOf(workbook), "sheet").map((one, index) => ({
    name: attribute(one, "name") ?? "",
    index,
    path: paths.get(attribute(one, "id")) ?? "",
    isShown: !/hidden/i.test(attribute(one, "state") ?? ""),
  }));
  const shown = sheets.filter(
    ({ path, isShown }) => isShown && texts.has(path) && path.includes("worksheets/"),
  );
  if (shown.length === 0) throw new Refused("broken-workbook");
  return shown.map(({ name, index, path }) => ({ name, index, path }));
}

function pathOf(folder: string, target: string): string {
  return target.startsWith("/") ? target.slice(1) : `${folder}${target}`;
}
