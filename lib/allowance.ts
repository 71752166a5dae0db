import "server-only";
import { env } from "#lib/env.ts";
import { TooMany } from "#lib/errors.ts";

type Bucket = { left: number; at: number };

/** A token bucket for each user, however many sockets they have: `burst` at once, then `perSecond`. */
export class Allowance {
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #buckets = new Map<string, Bucket>();

  constructor({ burst, perSecond }: { burst: number; perSecond: number }) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    setInterval(() => this.#forgetFull(), 60_000).unref();
  }

  /** Takes one. Throws TooMany when none is left. */
  take(userId: string): void {
    const left = this.#left(userId);
    if (left < 1) throw new TooMany(Math.ceil((1 - left) / this.#perSecond));
    this.#buckets.set(userId, { left: left - 1, at: performance.now() });
  }

  #left(userId: string): number {
    const bucket = this.#buckets.get(userId);
    if (!bucket) return this.#burst;
    return Math.min(this.#burst, bucket.left + ((performance.now() - bucket.at) / 1000) * this.#perSecond);
  }

  #forgetFull(): void {
    for (const userId of this.#buckets.keys()) {
      if (this.#left(userId) === this.#burst) this.#buckets.delete(userId);
    }
  }
}

// On globalThis, since Next may bundle this module once for each page.
const held = globalThis as typeof globalThis & { allowances?: Record<"commands" | "messages", Allowance> };

/** What each user may do by this process, whichever way they come: `commands` counts all that they ask, `messages` what they send. */
export function allowances(): Record<"commands" | "messages", Allowance> {
  const { messagesPerSecond } = env();
  held.allowances ??= {
    commands: new Allowance({ burst: 40 * messagesPerSecond, perSecond: 10 * messagesPerSecond }),
    messages: new Allowance({ burst: 10 * messagesPerSecond, perSecond: messagesPerSecond }),
  };
  return held.allowances;
}
