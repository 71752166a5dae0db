import type { Env } from "#lib/env.ts";

/** Prints where Okaeri is and, where the sample world can be entered, as whom. */
export async function announce(settings: Env): Promise<void> {
  console.log(`\nOkaeri is ready: ${settings.appUrl}`);
  if (settings.sampleDoors) await announceSamplePeople(settings.appUrl);
  console.log("Ctrl-C stops it; the data stays.\n");
}

async function announceSamplePeople(appUrl: string): Promise<void> {
  const { namedPeople } = await import("#prisma/world.ts");
  const rows = namedPeople.map(({ displayName, email, company, note }) => [
    displayName,
    email,
    company,
    note.en,
  ]);
  console.log(`\nSign in with one click, at ${appUrl}/sign-in, as one of`);
  for (const row of alignColumns(rows)) console.log(`  ${row}`);
  console.log(`\nThe mail that Okaeri sends is kept at ${appUrl}/mailbox.`);
}

function alignColumns(rows: string[][]): string[] {
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? "")))) ?? [];
  const pad = (cell: string, column: number) => cell + " ".repeat((widths[column] ?? 0) - widthOf(cell));
  return rows.map((row) => row.map(pad).join("  ").trimEnd());
}

/** On a terminal a character of Japanese writing takes two columns. */
function widthOf(text: string): number {
  return [...text].reduce(
    (width, character) => width + (/[\u3000-\u9fff\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  );
}
