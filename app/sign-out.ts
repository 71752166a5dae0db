"use server";

import { z } from "zod";
import { publicAction } from "#lib/auth/actions.ts";
import { signOut } from "#lib/auth/next-auth.ts";

const end = publicAction(z.undefined(), () => signOut({ redirectTo: "/" }));

/** Ends the session, whose sockets the sidecar then cuts, and redirects to the front page. */
export async function signOutAction(): Promise<void> {
  await end(undefined);
}
