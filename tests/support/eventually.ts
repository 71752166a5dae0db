import { vi } from "vitest";

/**
 * Waits until `check` throws no more, and answers what it does: patiently, since other work on the machine may be slow, and how long it took is not
 * tested. `interval` in milliseconds.
 */
export function eventually<T>(check: () => T | Promise<T>, interval = 50): Promise<T> {
  return vi.waitFor(check, { timeout: 30_000, interval });
}
