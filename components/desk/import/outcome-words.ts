import { useFormatter, useTranslations } from "next-intl";
import type { ImportCounts } from "#lib/leavers/schema.ts";

/** "新しく52人、変更3人", and "エラー5人、確認待ち4人": who is taken in, and who is not; null for nobody. */
export function useOutcomeWords() {
  const text = useTranslations("leavers.import.take");
  const format = useFormatter();
  const join = (parts: (string | false)[]) => {
    const words = parts.filter((part) => part !== false);
    return words.length > 0 ? format.list(words) : null;
  };
  return {
    taken: ({ added, changed }: { added: number; changed: number }) =>
      join([added > 0 && text("new", { count: added }), changed > 0 && text("changed", { count: changed })]),
    notTaken: (counts: ImportCounts) => {
      const { errors, waiting, left } = notTaken(counts);
      return join([
        errors > 0 && text("errors", { count: errors }),
        waiting > 0 && text("waiting", { count: waiting }),
        left > 0 && text("left", { count: left }),
      ]);
    },
  };
}

/** Whom an import would not take: those with errors, those who wait for a decision, and those whom HR leaves out. */
function notTaken({ NEW, CHANGED, DECIDE, ERROR, decided, adding, changing }: ImportCounts) {
  const left = NEW + CHANGED + decided - adding - changing;
  return { errors: ERROR, waiting: DECIDE - decided, left: Math.max(0, left) };
}
