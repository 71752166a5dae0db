"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { DoorState } from "#components/front/company-search.tsx";
import { publicAction } from "#lib/auth/actions.ts";
import { savePreferences } from "#lib/auth/preferences.ts";
import { clientAddress, findAccount } from "#lib/auth/requests.ts";
import { localeSchema } from "#lib/auth/schema.ts";
import { searchCompanyDoors } from "#lib/companies/companies.ts";
import { doorQuerySchema } from "#lib/companies/schema.ts";
import { env } from "#lib/env.ts";
import { localeCookie } from "#lib/i18n/request.ts";

const year = 60 * 60 * 24 * 365;

const keepLocale = publicAction(z.object({ locale: localeSchema }), async ({ locale }) => {
  const secure = env().appUrl.startsWith("https:");
  (await cookies()).set(localeCookie, locale, {
    maxAge: year,
    sameSite: "lax",
    path: "/",
    httpOnly: true,
    secure,
  });
  const account = await findAccount();
  if (account) await savePreferences(account, { locale });
  revalidatePath("/", "layout");
});

export async function switchLocale(form: FormData): Promise<void> {
  const locale = localeSchema.safeParse(form.get("locale"));
  if (locale.success) await keepLocale({ locale: locale.data });
}

const findDoors = publicAction(doorQuerySchema, async ({ query }) => {
  const doors = await searchCompanyDoors(query, await clientAddress());
  const [only, ...others] = doors;
  if (only && others.length === 0) redirect(`/sign-in?company=${only.slug}`);
  return doors;
});

export async function findDoor(_: DoorState, form: FormData): Promise<DoorState> {
  const query = String(form.get("query") ?? "");
  const result = await findDoors({ query });
  return result.ok ? { query, doors: result.data } : { query, refusal: result };
}
