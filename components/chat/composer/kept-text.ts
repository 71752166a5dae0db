import { attempt } from "#components/chat/frame/device-storage.ts";

export { deviceStorage } from "#components/chat/frame/device-storage.ts";

export type KeptText = ReturnType<typeof keptText>;

/** The draft of one member in one thread, on this device: its words, and what it answers. A browser that keeps nothing is as good as an empty one. */
export function keptText(storage: Storage | undefined, memberId: string, threadId: string) {
  const key = `okaeri:${memberId}:${threadId}:draft`;
  const quoteKey = `okaeri:${memberId}:${threadId}:quote`;
  return {
    draft: () => attempt(() => storage?.getItem(key)) ?? "",
    keepDraft(text: string): void {
      attempt(() => (text ? storage?.setItem(key, text) : storage?.removeItem(key)));
    },
    /** The number of the line that is being answered. */
    quoted(): number | null {
      return Number(attempt(() => storage?.getItem(quoteKey))) || null;
    },
    keepQuoted(number: number | null): void {
      attempt(() => (number ? storage?.setItem(quoteKey, String(number)) : storage?.removeItem(quoteKey)));
    },
  };
}
