import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { errorCode, LaunchFailure } from "./failure.ts";

/** A port that nobody listens on at the moment. None of those that systems give to who asks for any: it would soon be taken. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if ((await problemWith(port)) === null) return port;
  }
}

/** The address, on this machine, of what listens on `host`; undefined, and the addresses of every network, are reached at 127.0.0.1. */
export function urlOn(host: string | undefined, port: number, path: string): string {
  const name = !host || ["0.0.0.0", "::"].includes(host) ? "127.0.0.1" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}${path}`;
}

/** Throws LaunchFailure when the port is still taken after `timeoutMs`. `remedy` is the command that uses another. */
export async function requireFreePort(
  port: number,
  user: string,
  remedy: string,
  timeoutMs = 0,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  let problem = await problemWith(port);
  while (problem === "EADDRINUSE" && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    problem = await problemWith(port);
  }
  if (problem === "EADDRINUSE") {
    throw new LaunchFailure(
      `Port ${port}, for ${user}, is in use: end the program that has it, or choose another with \`${remedy}\`.`,
    );
  }
  if (problem === "EACCES") {
    throw new LaunchFailure(
      `Port ${port}, for ${user}, is for root only: choose one above 1023, as with \`PORT=3000 npm start\`.`,
    );
  }
}

// Of two listeners one may take all addresses and one just this; some systems let both in.
async function problemWith(port: number): Promise<string | null> {
  return (await tryListening(port, "::")) ?? (await tryListening(port, "127.0.0.1"));
}

function tryListening(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => {
      const code = errorCode(error) ?? "";
      // A machine without IPv6 has other reasons.
      resolve(["EADDRINUSE", "EACCES"].includes(code) ? code : null);
    });
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
