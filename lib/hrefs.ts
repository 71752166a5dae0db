// The addresses of a company's pages, as paths of this site. What they are made of is encoded here, and nowhere else.

/** A page of a company: `path` is what comes after /c/<slug>/, encoded already. */
export function companyHref(slug: string, path: string): string {
  return `/c/${encodeURIComponent(slug)}/${path}`;
}

/** The first page of a company. */
export function homeHref(slug: string): string {
  return companyHref(slug, "feed");
}

/** Where somebody who has just come in is welcomed. */
export function welcomeHref(slug: string): string {
  return companyHref(slug, "welcome");
}

export function personHref(slug: string, memberId: string): string {
  return companyHref(slug, `people/${encodeURIComponent(memberId)}`);
}

/** Where one writes one's own profile; at another of its pages, if one is named. */
export function profileHref(
  slug: string,
  page?: "visibility" | "as/alumnus" | "as/employee" | "as/hr" | "as/contact",
): string {
  return companyHref(slug, page ? `profile/${page}` : "profile");
}

/** Where a person's photo lies, as a square of so many pixels. */
export function photoHref(slug: string, memberId: string, photo: string, side: 64 | 128 | 256): string {
  return `/api${personHref(slug, memberId)}/photo/${photo}-${side}`;
}

/** Where one downloads a takeout of one's own. */
export function takeoutHref(slug: string, fileId: string): string {
  return `/api${companyHref(slug, `takeout/${encodeURIComponent(fileId)}`)}`;
}

/** Where HR imports leavers: all imports, or one of them. */
export function importHref(slug: string, importId?: string): string {
  const path = "desk/leavers/import";
  return companyHref(slug, importId === undefined ? path : `${path}/${encodeURIComponent(importId)}`);
}

/** Where HR downloads what an import did not take. */
export function rejectedHref(slug: string, importId: string): string {
  return `/api${companyHref(slug, `leaver-imports/${encodeURIComponent(importId)}/rejected`)}`;
}

/** What a link of an invitation leads to. */
export function invitationHref(token: string, page?: "refuse"): string {
  return `/i/${encodeURIComponent(token)}${page ? `/${page}` : ""}`;
}

/** A saved search, where what it found anew counts as seen. */
export function savedSearchHref(slug: string, searchId: string): string {
  return companyHref(slug, `directory/saved/${encodeURIComponent(searchId)}`);
}

/** A conversation; at the line of this number, if one is given. */
export function threadHref(slug: string, threadId: string, at?: number): string {
  const query = at === undefined ? "" : `?at=${at}`;
  return companyHref(slug, `chat/${encodeURIComponent(threadId)}${query}`);
}
