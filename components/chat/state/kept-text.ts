import { attempt } from "#components/live/browser-storage.ts";

export type KeptText = ReturnType<typeof keptText>;

/** A text that all tabs of this device share. */
type KeptWords = {
  read: () => string;
  keep: (text: string) => void;
  /** What another tab has kept since this one last read or kept it; null where nothing is new. Read by this. */
  news: () => string | null;
};

/**
 * What one member is writing in one thread, on this device: a draft, its words and what it answers, and lines being edited. A browser that keeps
 * nothing is as good as an empty one.
 */
export function keptText(storage: Storage | undefined, memberId: string, threadId: string) {
  const prefix = `okaeri:${memberId}:${threadId}:`;
  const draft = words("draft");
  const quote = words("quote");
  const proposed = words("proposed");

  function words(name: string): KeptWords {
    const key = prefix + name;
    const look = () => attempt(() => storage?.getItem(key)) ?? "";
    let known: string | undefined;
    return {
      read() {
        known = look();
        return known;
      },
      keep(text) {
        // This tab clears only what it knows, not what another has kept since.
        if (!text && known !== undefined && known !== look()) return;
        attempt(() => (text ? storage?.setItem(key, text) : storage?.removeItem(key)));
        // Where nothing can be kept, nothing that is kept is news.
        known = look();
      },
      news() {
        const before = known;
        const now = this.read();
        return before === undefined || before === now ? null : now;
      },
    };
  }
  const edited = `${prefix}edit:`;
  return {
    draft,
    /** Makes words the draft that nobody has typed: where there is none, or one that was proposed here as well. */
    propose(text: string): void {
      const kept = draft.read();
      if (kept && kept !== proposed.read()) return;
      proposed.keep(text);
      draft.keep(text);
    },
    /** The number of the line that is being answered. */
    quoted: {
      read: () => numberIn(quote.read()),
      keep: (number: number | null) => quote.keep(number ? String(number) : ""),
      /** As of words, the number or null in an object. */
      news(): { number: number | null } | null {
        const news = quote.news();
        return news === null ? null : { number: numberIn(news) };
      },
    },
    /** The words of a line that is being edited; undefined where it is not. */
    edit: (number: number): string | undefined =>
      attempt(() => storage?.getItem(edited + number)) ?? undefined,
    /** Null once it is edited no longer. */
    keepEdit: (number: number, text: string | null): void => {
      attempt(() =>
        text === null ? storage?.removeItem(edited + number) : storage?.setItem(edited + number, text),
      );
    },
    /** The numbers of the lines that are being edited. */
    edits(): number[] {
      const keys = attempt(() => Object.keys(storage ?? {})) ?? [];
      return keys.flatMap((key) =>
        key.startsWith(edited) ? (numberIn(key.slice(edited.length)) ?? []) : [],
      );
    },
  };
}

function numberIn(text: string): number | null {
  return Number(text) || null;
}
