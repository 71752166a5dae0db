"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { DeletionState } from "#components/leaving/delete-account.tsx";
import { accountAction } from "#lib/auth/actions.ts";
import { leaveSession } from "#lib/auth/browser-session.ts";
import { clientAddress } from "#lib/auth/requests.ts";
import { codeSchema } from "#lib/auth/schema.ts";
import { mailDeletionCode } from "#lib/auth/sign-in.ts";
import { deleteAccount } from "#lib/leaving/account.ts";

const ask = accountAction(z.object({}), async (account) => mailDeletionCode(account, await clientAddress()));

/** Mails the code by which the account can be deleted. */
export async function askForDeletion(state: DeletionState): Promise<DeletionState> {
  const result = await ask({});
  return result.ok ? { sent: true, typed: "", refusal: null } : { ...state, refusal: result };
}

const confirm = accountAction(z.object({ code: codeSchema }), async (account, { code }) => {
  await deleteAccount(account, { code, address: await clientAddress() });
  await leaveSession();
  redirect("/account/deleted");
});

/** Deletes the account by the code, and leads to where it is said. */
export async function confirmDeletion(state: DeletionState, form: FormData): Promise<DeletionState> {
  const typed = String(form.get("code") ?? "");
  const result = await confirm({ code: typed });
  return { ...state, typed, refusal: result.ok ? null : result };
}
