"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction } from "#lib/auth/actions.ts";
import { leaveSession } from "#lib/auth/browser-session.ts";

const end = publicAction(z.undefined(), leaveSession);

/** Ends the session, whose sockets the sidecar then cuts, and redirects to the front page. */
export async function signOutAction(): Promise<void> {
  await end(undefined);
  redirect("/");
}
