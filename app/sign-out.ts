"use server";

import { z } from "zod";
import { publicAction } from "#lib/auth/actions.ts";
import { signOut } from "#lib/auth/next-auth.ts";

const end = publicAction(z.undefined(), () => signOut({ redirectTo: "/" }));

/** Ends the session, and by the database's notice its live sockets, and leads to the front door. */
export async function signOutAction(): Promise<void> {
  await end(undefined);
}
