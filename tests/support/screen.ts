import { keptLines } from "#components/chat/frame/kept-lines.ts";
import { createOutbox, type Outbox } from "#components/chat/frame/outbox.ts";
import { sendBySocket } from "#components/chat/frame/send-by-socket.ts";
import { createCatchUp } from "#components/chat/state/catch-up.ts";
import { openConversation } from "#components/chat/state/conversation-state.ts";
import {
  type ConversationStore,
  createConversationStore,
  joinOutbox,
} from "#components/chat/state/conversation-store.ts";
import { createSocket } from "#components/live/connect-socket.ts";
import { type Answer, offline, request } from "#components/live/live-request.ts";
import type { LiveSocket } from "#components/live/live-socket.ts";
import type { SendMessage } from "#lib/chat/input.ts";
import { pushOf } from "#lib/chat/push.ts";
import type { ChatLine, ThreadChanges, ThreadPush } from "#lib/chat/schema.ts";
import type { ActionResult } from "#lib/results.ts";
import type { Guest } from "./crowd.ts";

/** What the screens of a test tried to send, and what they were told is committed. */
export class Ledger {
  readonly attempted = new Map<string, { threadId: string; authorId: string; text: string }>();
  /** Under each client id the numbers that were answered: one, if all is well. */
  readonly acknowledged = new Map<string, Set<number>>();
  /** How often a message was answered by the server action. */
  byHttp = 0;
}

/** The way without a socket: the server actions. */
export type Http = {
  send: (message: SendMessage) => Promise<Answer<ChatLine>>;
  sync: (input: { threadId: string; after: number }) => Promise<Answer<ThreadChanges>>;
  countUnread: () => Promise<Answer<{ unread: number }>>;
};

type ScreenOptions = {
  url: string;
  company: string;
  guest: Guest;
  threadIds: string[];
  ledger?: Ledger;
  http?: Http;
};

type Conversation = { store: ConversationStore; catchUp: ReturnType<typeof createCatchUp> };

const askEvery = 10_000;

/** Somebody's open pages without their looks: one socket, one outbox, and conversations that live by the code of components/chat. */
export class Screen {
  readonly guest: Guest;
  readonly socket: LiveSocket;
  /** Every push that came, as it came. */
  readonly pushes: ThreadPush[] = [];
  readonly #ledger: Ledger;
  readonly #http: Http | undefined;
  readonly #outbox: Outbox;
  /** The connection over which a sync was answered. */
  #greetedBy: string | undefined;
  readonly #endings: (() => void)[] = [];
  readonly #conversations: Map<string, Conversation>;
  readonly #asking: ReturnType<typeof setInterval>;

  constructor({ url, company, guest, threadIds, ledger = new Ledger(), http }: ScreenOptions) {
    this.guest = guest;
    this.#ledger = ledger;
    this.#http = http;
    this.socket = createSocket(url, company);
    this.socket.io.opts.extraHeaders = {
      origin: "http://localhost:3000",
      cookie: `okaeri-session=${guest.token}`,
    };
    this.#outbox = createOutbox({
      kept: keptLines(undefined, guest.memberId),
      deliver: (message) => this.#send(message),
    });
    this.#conversations = new Map(threadIds.map((threadId) => [threadId, this.#open(threadId)]));
    this.socket.on("connect", () => this.#catchUp());
    this.socket.on("sync", () => this.#catchUp());
    this.socket.on("thread:changed", (push: ThreadPush) => this.#take(push));
    this.socket.on("connect_error", () => {
      // socket.io leaves it to us to try again where the server refused the handshake.
      if (!this.socket.active) setTimeout(() => this.socket.connect(), 1_000);
    });
    this.#asking = setInterval(() => this.socket.connected || this.#catchUp(), askEvery);
    this.socket.connect();
  }

  get threadIds(): string[] {
    return [...this.#conversations.keys()];
  }

  write(threadId: string, text: string): void {
    const { clientId } = this.#outbox.write(threadId, { text });
    this.#ledger.attempted.set(clientId, { threadId, authorId: this.guest.memberId, text });
  }

  /** Whether the sidecar has let this connection in and told it what there was. */
  get isUpToDate(): boolean {
    return this.socket.connected && this.socket.id === this.#greetedBy;
  }

  lines(threadId: string): ChatLine[] {
    return this.#conversations.get(threadId)?.store.get().lines ?? [];
  }

  /** How many of one's own lines are not known to be committed. */
  get pending(): number {
    return [...this.#conversations.values()].reduce((sum, { store }) => sum + store.get().pending.length, 0);
  }

  /** What the server said no to. */
  get refused(): string[] {
    return [...this.#outbox.lines().values()].flat().flatMap(({ refused }) => refused ?? []);
  }

  close(): void {
    clearInterval(this.#asking);
    this.#outbox.close();
    for (const end of this.#endings) end();
    this.socket.disconnect();
  }

  #open(threadId: string): Conversation {
    const opened = { lastNumber: 0, revision: 0, readNumber: 0, seen: [] };
    const store = createConversationStore(
      openConversation(this.guest.memberId, { lines: [], more: false }, opened),
    );
    joinOutbox(store, this.#outbox, threadId);
    const catchUp = createCatchUp(store, (after) => this.#sync({ threadId, after }));
    this.#endings.push(catchUp.watch());
    return { store, catchUp };
  }

  #take(push: ThreadPush): void {
    this.pushes.push(push);
    this.#hear(push);
  }

  #hear(push: ThreadPush): void {
    this.#conversations.get(push.threadId)?.store.dispatch({ type: "pushed", push });
    this.#outbox.settle(push.lines);
  }

  #catchUp(): void {
    for (const { catchUp } of this.#conversations.values()) void catchUp();
    this.#outbox.send();
  }

  async #send(message: SendMessage): Promise<Answer<ChatLine>> {
    const answer = await this.#ask(
      () => sendBySocket(this.socket, message, (push) => this.#hear(push)),
      async () => {
        const known = (await this.#http?.send(message)) ?? offline;
        if (known.ok) {
          this.#ledger.byHttp++;
          this.#hear(pushOf(known.data));
        }
        return known;
      },
    );
    if (answer.ok) {
      const { acknowledged } = this.#ledger;
      const numbers = acknowledged.get(message.clientId) ?? new Set();
      acknowledged.set(message.clientId, numbers.add(answer.data.number));
    }
    if (answer.ok || answer.code !== "not-found") return answer;
    // It may be the viewer who is not found: then the line waits for them to come back.
    const here = await this.#ask(
      () => this.socket.emitWithAck("unread:count", null),
      async () => (await this.#http?.countUnread()) ?? offline,
    );
    return here.ok ? answer : offline;
  }

  async #sync(input: { threadId: string; after: number }): Promise<Answer<ThreadChanges>> {
    const answer = await this.#ask(
      async () => {
        const { id } = this.socket;
        const known = await this.socket.emitWithAck("thread:sync", input);
        if (known.ok) this.#greetedBy = id;
        return known;
      },
      async () => (await this.#http?.sync(input)) ?? offline,
    );
    if (answer.ok) this.#outbox.settle(answer.data.lines);
    return answer;
  }

  /** As requestEither does in a browser: by the socket; without one by the web, or by the socket once it is back. */
  async #ask<T>(ask: () => Promise<ActionResult<T>>, act: () => Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await request(this.socket, ask);
    if (answer.ok || answer.code !== "offline" || !this.#http) return answer;
    return new Promise((resolve) => {
      const askAgain = () => void request(this.socket, ask).then(resolve);
      this.socket.once("connect", askAgain);
      void act().then((known) => {
        if (!known.ok && this.socket.connected) return;
        this.socket.off("connect", askAgain);
        resolve(known);
      });
    });
  }
}
