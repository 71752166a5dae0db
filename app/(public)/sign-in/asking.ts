import "server-only";
import { cookies } from "next/headers";
import { emailSchema } from "#lib/auth/schema.ts";
import { signInLife } from "#lib/auth/sign-in.ts";
import { env } from "#lib/env.ts";

/** The address that this browser has just asked a mail for: it is not in the URL, and outlives a phone's switch to the mail app. */
export async function askedEmail(): Promise<string | null> {
  return emailSchema.safeParse(await cookieValue(emailCookie())).data ?? null;
}

/** The secret by which a mail's link knows the browser that asked for it; null where none was asked for. */
export async function askingBrowser(): Promise<string | null> {
  return (await cookieValue(browserCookie())) || null;
}

/** Keeps both as long as the mail is good for something. */
export async function rememberAsking(email: string, browser: string): Promise<void> {
  await keep(emailCookie(), email, signInLife);
  await keep(browserCookie(), browser, signInLife);
}

export async function forgetAsking(): Promise<void> {
  await keep(emailCookie(), "", 0);
  await keep(browserCookie(), "", 0);
}

type Cookie = { name: string; path: string };

function emailCookie(): Cookie {
  return { name: "okaeri-sign-in", path: "/sign-in" };
}

// With the prefix no other host of the domain can put one of its own here; it asks for this path.
function browserCookie(): Cookie {
  return { name: `${isSecure() ? "__Host-" : ""}okaeri-asking`, path: "/" };
}

async function cookieValue({ name }: Cookie): Promise<string | undefined> {
  return (await cookies()).get(name)?.value;
}

async function keep({ name, path }: Cookie, value: string, maxAge: number): Promise<void> {
  const options = { maxAge, path, httpOnly: true, sameSite: "lax", secure: isSecure() } as const;
  (await cookies()).set(name, value, options);
}

function isSecure(): boolean {
  return env().appUrl.startsWith("https:");
}
