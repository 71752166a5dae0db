"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction } from "#lib/auth/actions.ts";
import { leaveSession } from "#lib/auth/browser-session.ts";

const end = publicAction(z.undefined(), leaveSession);

/** Ends the session, whose sockets the sidecar then cuts, and redirects to the front page. Throws where it could not. */
export async function signOutAction(): Promise<void> {
  const answer = await end(undefined);
  if (!answer.ok) throw new Error("The session could not be ended.");
  redirect("/");
}
