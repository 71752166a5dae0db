import "server-only";
import { cookies } from "next/headers";
import { eraCookie } from "#components/profile/month-words.ts";

/** Whether this device shows the Japanese year beside each month. */
export async function showsEras(): Promise<boolean> {
  return (await cookies()).has(eraCookie);
}
