import "server-only";
import { localPath } from "#lib/auth/local-path.ts";
import type { Locale } from "#lib/auth/schema.ts";
import { findCompanyDoors } from "#lib/companies/companies.ts";
import { companyName } from "#lib/companies/schema.ts";
import { homeHref } from "#lib/hrefs.ts";
import { findOpenedInvitation } from "#lib/joining/links.ts";

type Goal = { next: string | null; company: { name: string; hue: number } | null };

type Asked = { next?: string | string[]; company?: string | string[] };

/** Where the sign-in leads, and the company whose door it is when it leads into one: by the page's query. */
export async function findGoal(asked: Asked, locale: Locale): Promise<Goal> {
  const next = localPath(asked.next) ?? homeOf(asked.company);
  const invitation = await findGoalInvitation(next);
  const slug = invitation?.slug ?? next?.match(/^\/c\/([^/?#]+)/)?.[1];
  const doors = slug ? await findCompanyDoors(slug) : [];
  const door = doors.find((one) => one.slug === slug);
  return { next, company: door ? { name: companyName(door, locale), hue: door.accentHue } : null };
}

/** The invitation that the sign-in leads to, while it can be used; null for any other place. */
export async function findGoalInvitation(next: string | null) {
  const token = next?.match(/^\/i\/([\w-]+)$/)?.[1];
  const found = token ? await findOpenedInvitation(token) : null;
  return found?.standing === "good" ? found : null;
}

/** A page of the sign-in that leads on to the same place. */
export function withNext(path: string, next: string | null): string {
  return next ? `${path}?${new URLSearchParams({ next })}` : path;
}

function homeOf(company: string | string[] | undefined): string | null {
  return typeof company === "string" ? localPath(homeHref(company)) : null;
}
