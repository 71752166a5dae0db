import pg from "pg";
import { withClient } from "#lib/pg-client.ts";
import { errorCode, LaunchFailure } from "./failure.ts";

/** Connects once with the address in the setting. Throws LaunchFailure with what is wrong with it, never with its password. */
export async function requireReachable(url: string, setting: string): Promise<void> {
  const address = requireAddress(url, setting);
  try {
    await withClient({ connectionString: url, connectionTimeoutMillis: 10_000 }, async () => {});
  } catch (error) {
    throw new LaunchFailure(explain(address, setting, error));
  }
}

/** Throws LaunchFailure when the setting is not the address of a PostgreSQL database. */
export function requireAddress(url: string, setting: string): URL {
  const example = "postgresql://user:password@host:5432/database";
  const parsed = URL.parse(url);
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol) || parsed.pathname.length < 2) {
    throw new LaunchFailure(
      `${setting} is not the address of a PostgreSQL database: write it as ${example}, or unset it to use the embedded one.`,
    );
  }
  return parsed;
}

function explain(address: URL, setting: string, error: unknown): string {
  const host = `${address.hostname || "localhost"}:${address.port || 5432}`;
  const user = decodeURIComponent(address.username);
  const database = decodeURIComponent(address.pathname.slice(1));
  const message = error instanceof Error ? error.message : String(error);
  switch (errorCode(error)) {
    case "28P01":
    case "28000":
      return `PostgreSQL at ${host} refuses the user or the password in ${setting} (user ${user}): correct them.`;
    case "3D000":
      return `PostgreSQL at ${host} has no database "${database}": make it (CREATE DATABASE ${pg.escapeIdentifier(database)}), or correct ${setting}.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `The host ${address.hostname} in ${setting} is not known: correct it, or unset ${setting} to use the embedded database.`;
    case "57P03":
      return `PostgreSQL at ${host} is still starting: try again in a moment.`;
    case "53300":
      return `PostgreSQL at ${host} has no free connection: raise its max_connections, or end other clients.`;
  }
  if (message.includes("SASL"))
    return `PostgreSQL at ${host} wants a password and ${setting} has none for the user ${user}: add it.`;
  if (errorCode(error)?.startsWith("E") || message.includes("timeout")) {
    return `No PostgreSQL answers at ${host}: start it, correct ${setting}, or unset ${setting} to use the embedded database.`;
  }
  return `PostgreSQL at ${host} does not let us in by ${setting}: ${message}.`;
}
