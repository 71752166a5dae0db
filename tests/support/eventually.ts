import { vi } from "vitest";

/**
 * Waits until `check` throws no more, and answers what it does: for three of the longest rounds of a worker, since what somebody else holds waits for the next
 * one, and the machine may be slow. How long it took is not tested. `interval` in milliseconds.
 */
export function eventually<T>(check: () => T | Promise<T>, interval = 50): Promise<T> {
  return vi.waitFor(check, { timeout: 90_000, interval });
}
