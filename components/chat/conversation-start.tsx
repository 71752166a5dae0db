import { useTranslations } from "next-intl";
import { Name } from "#components/person/name.tsx";
import { Monogram } from "#components/ui/monogram.tsx";
import type { PersonCard } from "#lib/people/schema.ts";

type ConversationStartProps = { person: PersonCard; empty: boolean };

/** Above the first line: who this is. Without any line yet, also what to begin with. */
export function ConversationStart({ person, empty }: ConversationStartProps) {
  const text = useTranslations("chat.thread");
  return (
    <div className="flex flex-col items-center px-6 py-12 text-center">
      <Monogram text={person.monogram} name={person.displayName} size="large" />
      <p className="palt mt-5 text-xl font-medium">
        <Name>{person.displayName}</Name>
      </p>
      {person.headline && <p className="mt-1 text-sm text-ink-soft">{person.headline}</p>}
      <p className="mt-5 text-sm text-ink-soft">{text("start", { name: person.displayName })}</p>
      {empty && <p className="text-sm text-ink-soft">{text("startHint")}</p>}
    </div>
  );
}
