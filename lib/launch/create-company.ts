import { parseArgs } from "node:util";
import { type Founding, foundCompany, foundingSchema } from "#lib/companies/founding.ts";
import { Invalid } from "#lib/errors.ts";
import { mainDatabase, openDatabase } from "./database.ts";
import { LaunchFailure } from "./failure.ts";
import { launch } from "./lifetime.ts";
import { completeEnvironment, readSettings } from "./settings.ts";

// npm run create-company -- --slug … --name … --name-en … --owner … --family-name … --given-name … [--found-by 青葉,あおば] [--hue 0-360] [--locale ja|en]
await launch(
  async (lifetime) => {
    const founding = readFounding();
    completeEnvironment("production");
    const settings = readSettings();
    const { ownerUrl } = await openDatabase(mainDatabase, settings, lifetime);
    await found(ownerUrl, founding);
    console.log(
      `${founding.name} is at ${settings.appUrl}/c/${founding.slug}. Its owner signs in as ${founding.owner} and joins.`,
    );
    return 0;
  },
  { codeWhenAsked: 130 },
);

function readFounding(): Founding {
  const names = [
    "slug",
    "name",
    "name-en",
    "found-by",
    "hue",
    "owner",
    "family-name",
    "given-name",
    "locale",
  ] as const;
  const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
  const { values } = parseArgs({ options, strict: false });
  const {
    "name-en": nameEn,
    "found-by": foundBy,
    "family-name": familyName,
    "given-name": givenName,
    ...rest
  } = values;
  const founding = foundingSchema.safeParse({
    ...rest,
    nameEn,
    familyName,
    givenName,
    foundBy: listOf(foundBy),
  });
  if (founding.success) return founding.data;
  const wrong = founding.error.issues.map(({ path, message }) => `${path.join(".")} (${message})`);
  throw new LaunchFailure(
    `To create a company, give --slug --name --name-en --owner (a mail address) --family-name --given-name, and, if you like, --found-by (what else its door is found by, parted by commas), --hue and --locale. Missing or wrong: ${wrong.join(", ")}.`,
  );
}

function listOf(text: string | boolean | undefined): string[] {
  return String(text ?? "")
    .split(/[,、]/)
    .map((name) => name.trim())
    .filter(Boolean);
}

async function found(ownerUrl: string, founding: Founding): Promise<void> {
  try {
    await foundCompany(ownerUrl, founding);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    throw new LaunchFailure(`There is a company "${founding.slug}" already: choose another --slug.`);
  }
}
