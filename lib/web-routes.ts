import "server-only";
import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { z } from "zod";
import { swallow } from "#lib/swallow.ts";

/** A request's route as the source has it (/c/[company]/feed), and the name of the server action that it calls. */
type Described = { route: string; action?: string };

/**
 * Reads, of the build that this process serves, which routes and which server actions there are, and returns what says of a request which
 * of them it asks for. Without a build, as in development, every route is "unknown".
 */
export function readRoutes(folder = join(process.cwd(), ".next")): (request: IncomingMessage) => Described {
  const { staticRoutes, dynamicRoutes } = readManifest(join(folder, "routes-manifest.json"), routesSchema);
  const { node } = readManifest(join(folder, "server/server-reference-manifest.json"), actionsSchema);
  const fixed = new Set(staticRoutes.map(({ page }) => page));
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, pattern: new RegExp(regex) }));

  function routeOf(url: string): string {
    const path = url.split("?", 1)[0] ?? "";
    if (fixed.has(path)) return path;
    if (path.startsWith("/_next/") || /\.\w{1,12}$/.test(path)) return "asset";
    return patterns.find(({ pattern }) => pattern.test(path))?.page ?? "unknown";
  }

  return ({ url = "", headers }) => {
    const id = headers["next-action"];
    const action = typeof id === "string" ? (node[id]?.exportedName ?? "unknown") : undefined;
    return { route: routeOf(url), ...(action && { action }) };
  };
}

const page = z.object({ page: z.string() });
const routesSchema = z.object({
  staticRoutes: z.array(page).default([]),
  dynamicRoutes: z.array(page.extend({ regex: z.string() })).default([]),
});
const actionsSchema = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string().optional() })).default({}),
});

function readManifest<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(readFileSync(/* turbopackIgnore: true */ file, "utf8")));
  } catch (error) {
    swallow("list of routes")(error);
    return schema.parse({});
  }
}
