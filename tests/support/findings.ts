/** What a long test found out about one promise. */
export type Finding = { what: string; ok: boolean; detail: string };

export function finding(what: string, ok: boolean, detail: string | number = ""): Finding {
  return { what, ok, detail: String(detail) };
}

/** Waits until `done`, looking every so often; how many milliseconds that took, or null when it did not come within `maxMs`. */
export async function timeUntil(
  done: () => boolean | Promise<boolean>,
  maxMs: number,
): Promise<number | null> {
  const start = performance.now();
  while (performance.now() - start < maxMs) {
    if (await done()) return performance.now() - start;
    await sleep(25);
  }
  return null;
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Those that did not come out as promised. */
export function broken(findings: Finding[]): Finding[] {
  return findings.filter(({ ok }) => !ok);
}
