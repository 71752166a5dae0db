import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { includes, recordedFields, viewerKindOf } from "#lib/people/audiences.ts";
import { readFields, shown } from "#lib/people/company-fields.ts";
import { type DirectoryFilters, dimensions } from "#lib/people/directory-query.ts";
import { sqlValue } from "#lib/sql.ts";

const closable = [...dimensions, "with"] as const;

/** By what the viewer may narrow the directory. What the company closes to them would find nobody; what HR recorded is never closed to HR. */
export function listFilters(viewer: Viewer): Promise<DirectoryFilters> {
  return readAs(viewer, async (tx) => {
    const [closed, fields] = await Promise.all([
      sqlValue(tx, z.array(z.enum(closable)))`
        SELECT ARRAY(SELECT filter FROM unnest(${closable}::text[]) filter WHERE fields_behind(filter) <@ eyes.closed
            AND NOT ('HR' = ANY (eyes.seen) AND fields_behind(filter) <@ ${recordedFields}::text[]))
          FROM caller_eyes() eyes`,
      readFields(tx),
    ]);
    const choices = fields.filter(
      ({ kind, widest }) => kind === "CHOICE" && includes(widest, viewerKindOf(viewer)),
    );
    return { closed, fields: choices.map(shown) };
  });
}
