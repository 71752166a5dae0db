const patience = 10_000;

/**
 * Does some work while no other tab of this browser does any under the same name, where the browser can tell. A tab that sleeps in its
 * turn is waited for ten seconds.
 */
export async function takeDeviceTurn(name: string, work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  let begun = false;
  try {
    await navigator.locks.request(name, { signal: AbortSignal.timeout(patience) }, () => {
      begun = true;
      return work();
    });
  } catch (error) {
    if (begun) throw error;
    await work();
  }
}
