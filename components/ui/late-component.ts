import { type ComponentType, lazy } from "react";

/**
 * A component that comes after the page, and that the server draws nevertheless: for what stands on some pages of many. It goes into a
 * Suspense. Where it does not come it is asked for again when the network is back.
 */
export function lateComponent<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await untilCome(load) }));
}

async function untilCome<Component>(load: () => Promise<Component>): Promise<Component> {
  try {
    return await load();
  } catch {
    await new Promise((online) => addEventListener("online", online, { once: true }));
    return untilCome(load);
  }
}
