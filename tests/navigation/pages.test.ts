import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Briefcase } from "lucide";
import { describe, expect, it } from "vitest";
import {
  type CompanyPage,
  companyPages,
  listFrontPages,
  listPages,
  type PageViewer,
} from "#components/navigation/pages.ts";
import { matchPages, palettePages } from "#components/palette/pages.ts";
import { homeHref, personHref } from "#lib/hrefs.ts";

const member: PageViewer = { company: "aoba", memberId: "m1", role: "MEMBER" };
const hr: PageViewer = { ...member, role: "HR_ADMIN" };

const texts: Record<string, string> = {
  "settings.sessions.title": "Openings",
  "settings.sessions.text": "jobs rehire",
};
const say = (key: string) => texts[key] ?? key;

const openings: CompanyPage = {
  path: "openings",
  icon: Briefcase,
  label: "settings.sessions.title",
  keywords: "settings.sessions.text",
  place: "bar",
  front: { order: 4, text: "settings.sessions.text" },
};

const hrefs = (pages: readonly { href: string }[]) => pages.map(({ href }) => href);

describe("an entry of the registry", () => {
  const pages = [...companyPages, openings];
  const desk: CompanyPage = { ...openings, path: "desk", front: undefined, roles: ["HR_ADMIN", "OWNER"] };

  it("is shown in the bar, in the palette and on the front page", () => {
    expect(hrefs(listPages(member, "bar", pages)).at(-1)).toBe("/c/aoba/openings");
    expect(hrefs(listPages(member, "menu", pages))).not.toContain("/c/aoba/openings");
    const inPalette = palettePages(listPages(member, undefined, pages), [], say);
    expect(matchPages(inPalette, "openings")).toMatchObject([{ href: "/c/aoba/openings", icon: Briefcase }]);
    expect(matchPages(inPalette, "rehire")).toMatchObject([{ href: "/c/aoba/openings" }]);
    expect(listFrontPages(pages).at(-1)).toMatchObject({ label: openings.label, front: openings.front });
  });

  it("that is for some roles is listed for nobody else", () => {
    const withDesk = [...pages, desk];
    expect(hrefs(listPages(hr, "bar", withDesk))).toContain("/c/aoba/desk");
    expect(hrefs(listPages(hr, undefined, withDesk))).toContain("/c/aoba/desk");
    expect(hrefs(listPages(member, undefined, withDesk))).not.toContain("/c/aoba/desk");
  });
});

describe("a company's pages", () => {
  it("start with the home page in the bar, and with the viewer's own in their menu", () => {
    expect(hrefs(listPages(member, "bar"))[0]).toBe(homeHref("aoba"));
    expect(hrefs(listPages(member, "menu"))[0]).toBe(personHref("aoba", "m1"));
  });

  it("stand on the front page at a place of their own each", () => {
    const orders = listFrontPages().map(({ front }) => front.order);
    expect(orders.length).toBeGreaterThan(0);
    expect(orders).toEqual(orders.map((_, index) => index + 1));
  });

  it("have a label of their own each", () => {
    const labels = companyPages.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it("are all of them there, once", () => {
    const listed = listPages(hr);
    expect(new Set(hrefs(listed)).size).toBe(listed.length);
    const missing = listed.filter(({ path }) => !hasPage(typeof path === "string" ? path : path("m1")));
    expect(missing).toEqual([]);
  });
});

/** Whether app/ has a page at this path of a company; a folder in brackets stands for any part, but not for all that is no page. */
function hasPage(path: string, folder = "app/c/[company]"): boolean {
  const [part = "", ...rest] = path.split("?")[0]?.split("/") ?? [];
  if (part === "") return existsSync(join(folder, "page.tsx"));
  return readdirSync(folder, { withFileTypes: true }).some(
    (entry) =>
      entry.isDirectory() &&
      (entry.name === part || /^\[(?!\.)/.test(entry.name)) &&
      hasPage(rest.join("/"), join(folder, entry.name)),
  );
}
