import { z } from "zod";
import { readerDay } from "#app/c/[company]/desk/leavers/reader-day.ts";
import { parseInput } from "#lib/answers.ts";
import { answerMemberHere, readText } from "#lib/auth/routes.ts";
import { Invalid } from "#lib/errors.ts";
import { csvHead, csvRows } from "#lib/files/csv.ts";
import { downloadHeaders } from "#lib/files/headers.ts";
import { maxMatching } from "#lib/leavers/list-policy.ts";
import { leaverQuerySchema } from "#lib/leavers/list-query.ts";
import { leaverColumns, listLeaverRows } from "#lib/leavers/table.ts";
import { parametersOf } from "#lib/people/directory-query.ts";

/** An id and what parts it from the next. */
const maxForm = maxMatching * 40;
const idsSchema = z.object({
  ids: z
    .string()
    .max(maxForm)
    .transform((text) => text.split(" "))
    .pipe(z.array(z.uuid()))
    .optional(),
});

/** The records of the leavers whom a form names, or of all whom its question means, as a table that a spreadsheet opens; for HR alone. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/c/[company]/leavers/table">,
): Promise<Response> {
  const { company } = await params;
  return answerMemberHere(company, async (viewer, account) => {
    const form = await readText(request, maxForm);
    if (form === undefined) throw new Invalid({ ids: "tooMany" });
    const asked = parametersOf(new URLSearchParams(form));
    const { ids } = parseInput(idsSchema, asked);
    const today = readerDay(account);
    const rows = await listLeaverRows(
      viewer,
      ids ? { ids } : { query: leaverQuerySchema.parse(asked) },
      today,
    );
    const bytes = Buffer.from(csvHead(leaverColumns) + csvRows(leaverColumns, rows));
    return new Response(bytes, {
      headers: downloadHeaders(
        `okaeri-leavers-${today}.csv`,
        "text/csv; charset=utf-8",
        bytes.length,
        "leavers",
      ),
    });
  });
}
