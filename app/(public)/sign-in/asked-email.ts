import "server-only";
import { cookies } from "next/headers";
import { emailSchema } from "#lib/auth/schema.ts";
import { signInLife } from "#lib/auth/sign-in.ts";
import { env } from "#lib/env.ts";

const name = "okaeri-sign-in";

/** The address that this browser has just asked a mail for: it is not in the URL, and outlives a phone's switch to the mail app. */
export async function askedEmail(): Promise<string | null> {
  return emailSchema.safeParse((await cookies()).get(name)?.value).data ?? null;
}

/** Keeps it as long as the mail is good for something; null forgets it. */
export async function rememberEmail(email: string | null): Promise<void> {
  const secure = env().appUrl.startsWith("https:");
  const maxAge = email ? signInLife : 0;
  (await cookies()).set(name, email ?? "", {
    maxAge,
    httpOnly: true,
    sameSite: "lax",
    path: "/sign-in",
    secure,
  });
}
