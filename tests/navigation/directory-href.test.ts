import { expect, it } from "vitest";
import { directoryFilters, directoryHref } from "#components/navigation/directory-href.ts";
import { dimensions, directoryQuerySchema } from "#lib/people/directory-query.ts";

it("everything that can be asked survives its address", () => {
  const { from, after, ...asked } = directoryQuerySchema.parse({
    q: "たかはし & 高橋",
    kind: "ALUMNUS",
    with: "me",
    department: ["研究開発本部", "A&B = C"],
    joined: "2010-2016",
    left: "2020",
    area: ["13", "Berlin, Germany"],
    open: ["MENTORING"],
    skill: ["C++"],
    employer: ["㈱ブルー"],
    sort: "arrived",
  });
  expect({ from, after }).toEqual({ from: undefined, after: undefined });
  const { searchParams } = new URL(directoryHref("aoba", asked), "http://localhost");
  const names = [...new Set(searchParams.keys())];
  const again = directoryQuerySchema.parse(
    Object.fromEntries(names.map((name) => [name, searchParams.getAll(name)]).map(oneAlone)),
  );
  expect(again).toEqual({ ...asked, from: undefined, after: undefined });
});

/** As a page gets them: what is given several times is a list. */
function oneAlone([name, values]: (string | string[])[]): [string, string | string[]] {
  const [first = "", ...more] = values ?? [];
  return [String(name), more.length > 0 ? [first, ...more] : first];
}

it("what holds anyway is left out", () => {
  expect(directoryHref("aoba", directoryQuerySchema.omit({ from: true, after: true }).parse({}))).toBe(
    "/c/aoba/directory",
  );
});

it("filters are shown in the order in which they are known", () => {
  expect(directoryFilters).toEqual([...dimensions]);
});
