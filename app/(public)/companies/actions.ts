"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { announceEntering } from "#app/(public)/entering.ts";
import type { JoinState } from "#components/front/join-button.tsx";
import { accountAction } from "#lib/auth/actions.ts";
import { slugSchema } from "#lib/companies/schema.ts";
import { welcomeHref } from "#lib/hrefs.ts";
import { joinNetwork } from "#lib/joining/joining.ts";

const join = accountAction(z.object({ slug: slugSchema }), async (account, { slug }) => {
  await joinNetwork(account, slug);
  await announceEntering();
  redirect(welcomeHref(slug));
});

export async function joinCompany(_: JoinState, form: FormData): Promise<JoinState> {
  const result = await join({ slug: String(form.get("slug")) });
  return result.ok ? null : result;
}
