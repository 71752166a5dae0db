import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Answer, offline } from "#components/live/live-request.ts";
import { buildFolder } from "#lib/launch/folders.ts";
import type { Http } from "./screen.ts";

const manifest = z.object({ node: z.record(z.string(), z.object({ exportedName: z.string().optional() })) });

/** The server actions of the built web, called as a browser's code would, with somebody's session. */
export function serverActions(web: string, company: string): (token: string) => Http {
  const { node } = manifest.parse(
    JSON.parse(readFileSync(join(buildFolder, "server/server-reference-manifest.json"), "utf8")),
  );
  const ids = new Map(Object.entries(node).map(([id, { exportedName = "" }]) => [exportedName, id]));

  return (token) => ({
    send: (message) => call(token, "sendMessageAction", message),
    sync: (input) => call(token, "syncThreadAction", input),
    countUnread: () => call(token, "countUnreadAction", null),
  });

  async function call<T>(token: string, name: string, input: unknown): Promise<Answer<T>> {
    try {
      const response = await fetch(`${web}/c/${company}/chat`, {
        method: "POST",
        headers: {
          "next-action": ids.get(name) ?? "",
          origin: web,
          cookie: `okaeri-session=${token}`,
          accept: "text/x-component",
          "content-type": "text/plain;charset=UTF-8",
        },
        body: JSON.stringify([company, input]),
        redirect: "manual",
        signal: AbortSignal.timeout(20_000),
      });
      return returnedBy(await response.text());
    } catch {
      return offline;
    }
  }
}

// React's stream: of its numbered lines the first names the one that holds what the action returned.
function returnedBy<T>(stream: string): Answer<T> {
  const lines = new Map(
    stream.split("\n").map((line) => [line.split(":", 1)[0], line.slice(line.indexOf(":") + 1)]),
  );
  const { a } = JSON.parse(lines.get("0") ?? "");
  return JSON.parse(lines.get(String(a).replace("$@", "")) ?? "");
}
