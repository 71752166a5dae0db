import { useTranslations } from "next-intl";
import { isJapaneseName } from "#lib/people/names.ts";

/** Whose invitation it is: who got it from somebody else sees so. */
export function InvitedPerson({ name }: { name: string }) {
  const text = useTranslations("front.invitation");
  const japanese = isJapaneseName({ familyName: name, givenName: "" });
  return (
    <div className="mb-6 rounded-card bg-surface p-4 shadow-card">
      <p className="text-sm text-ink-soft">{text("for")}</p>
      <p className="palt text-lg font-semibold">{japanese ? text("honorific", { name }) : name}</p>
      <p className="mt-1 text-sm text-ink-soft [word-break:auto-phrase]">{text("notYou")}</p>
    </div>
  );
}

type InvitationFactsProps = {
  /** How many are in already. */
  people: number;
  /** The last day, in words. */
  until: string;
  purpose: string | null;
};

/** Few enough could be named by their number. */
const fewest = 5;

/** What one wants to know before one joins. */
export function InvitationFacts({ people, until, purpose }: InvitationFactsProps) {
  const text = useTranslations("front.invitation");
  return (
    <dl className="mt-10 grid gap-4 border-t border-hairline pt-6 text-sm">
      {people >= fewest && <Fact label={text("inside")}>{text("insideCount", { count: people })}</Fact>}
      <Fact label={text("shown")}>{text("shownText")}</Fact>
      <Fact label={text("until")}>{until}</Fact>
      {purpose && <Fact label={text("purpose")}>{purpose}</Fact>}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <dt className="font-medium">{label}</dt>
      <dd className="text-ink-soft [word-break:auto-phrase]">{children}</dd>
    </div>
  );
}
