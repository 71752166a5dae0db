import type { Answer } from "#components/live/live-request.ts";
import type { ChatLine, ChatPage } from "#lib/chat/schema.ts";
import type { OpenedPage } from "./conversation-state.ts";
import type { ConversationStore } from "./conversation-store.ts";
import { lastNumber } from "./line-window.ts";

type PageSource = {
  listOlder: (before: number) => Promise<Answer<ChatPage>>;
  listAround: (number: number) => Promise<Answer<OpenedPage>>;
};

/** Beyond every number that PostgreSQL counts to. */
const end = 2_147_483_647;

/** Brings other parts of a thread onto a screen. Each resolves to whether it worked. */
export function createConversationPages(store: ConversationStore, { listOlder, listAround }: PageSource) {
  return {
    async loadOlder(): Promise<boolean> {
      const { before, opening } = store.get();
      const answer = await listOlder(before + 1);
      if (answer.ok) store.dispatch({ type: "older", page: answer.data, opening });
      return answer.ok;
    },

    async loadNewer(): Promise<boolean> {
      const { opening } = store.get();
      const answer = await listAround(lastNumber(store.get()) + 1);
      if (answer.ok) store.dispatch({ type: "newer", page: answer.data, opening });
      return answer.ok;
    },

    /** The line of this number, wherever it is; null where there is none, undefined when nobody says. The screen stays where it is. */
    async find(number: number): Promise<ChatLine | null | undefined> {
      const { before, lines } = store.get();
      const held = lines[number - before - 1];
      if (held) return held;
      const answer = await listAround(number);
      if (!answer.ok) return undefined;
      return answer.data.lines.find((line) => line.number === number) ?? null;
    },

    /** Leads to the part with the line of this number, if there is one. */
    async show(number: number): Promise<boolean> {
      if (holds(number)) return true;
      const { opening, revision: asked } = store.get();
      const answer = await listAround(number);
      if (answer.ok) store.dispatch({ type: "opened", page: answer.data, asked, opening });
      return holds(number);
    },

    /** Leads back to the newest lines. */
    async toNewest(): Promise<boolean> {
      if (!store.get().newer) return true;
      const { opening, revision: asked } = store.get();
      const answer = await listOlder(end);
      if (answer.ok)
        store.dispatch({ type: "opened", page: { ...answer.data, newer: false }, asked, opening });
      return !store.get().newer;
    },
  };

  function holds(number: number): boolean {
    return number > store.get().before && number <= lastNumber(store.get());
  }
}
