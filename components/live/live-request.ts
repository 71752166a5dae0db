import type { ActionResult } from "#lib/results.ts";
import { allowSlowConnect, type PageSocket } from "./live-socket.ts";
import { isOfOldPage, type Outdated, tellOutdated } from "./old-page.ts";
import { isReachable } from "./reachable.ts";

/** Nobody answered: whether it was heard is not known. */
type Offline = { ok: false; code: "offline" };
export type Answer<T> = ActionResult<T> | Offline | Outdated;
/** Why something was not done. */
export type Failure = Extract<Answer<never>, { ok: false }>;

export const offline: Offline = { ok: false, code: "offline" };

const socketTimeoutMs = 8_000;
const actionTimeoutMs = 20_000;

/**
 * Asks the sidecar and resolves to its answer, or to `offline` at once without a connection, when it breaks, and after eight seconds
 * of silence: `request(socket, () => socket.emitWithAck("thread:read", mark))`.
 */
export function request<T>(socket: PageSocket, ask: () => Promise<ActionResult<T>>): Promise<Answer<T>> {
  if (!socket.connected) return Promise.resolve(offline);
  return new Promise((resolve) => {
    // Drop a connection that does not answer: a new one catches up.
    const timer = setTimeout(() => socket.io.engine?.close(), socketTimeoutMs);
    const settle = (answer: Answer<T>) => {
      clearTimeout(timer);
      socket.off("disconnect", giveUp);
      resolve(answer);
    };
    const giveUp = () => settle(offline);
    socket.on("disconnect", giveUp);
    ask().then(settle, giveUp);
  });
}

/**
 * Asks by a server action where the socket cannot; resolves to `offline` when no answer comes within twenty seconds, and to "outdated" where
 * the server no longer knows the action.
 */
export async function requestByHttp<T>(act: () => Promise<ActionResult<T>>): Promise<Answer<T>> {
  if (!navigator.onLine) return offline;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<Offline>((resolve) => {
    timer = setTimeout(() => resolve(offline), actionTimeoutMs);
  });
  try {
    return await Promise.race([act(), silence]);
  } catch (error) {
    return isOfOldPage(error) ? tellOutdated() : offline;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Asks the sidecar, and where there is no connection to it by a server action; if the connection comes back meanwhile, the sidecar
 * again. Only for what may be asked twice.
 */
export async function requestEither<T>(
  socket: PageSocket,
  ask: () => Promise<ActionResult<T>>,
  act: () => Promise<ActionResult<T>>,
): Promise<Answer<T>> {
  const answer = await request(socket, ask);
  if (answer.ok || answer.code !== "offline") return answer;
  return new Promise((resolve) => {
    let asking = false;
    const settle = (known: Answer<T>) => {
      socket.off("connect", askAgain);
      resolve(known);
    };
    const askAgain = () => {
      asking = true;
      void request(socket, ask).then(settle);
    };
    socket.once("connect", askAgain);
    if (socket.connected) askAgain();
    else
      void requestAction(socket, act).then((known) => {
        if (known.ok || !asking) settle(known);
      });
  });
}

/** Asks by a server action; while there is no connection to the sidecar, only once the web is known to answer. */
export async function requestAction<T>(
  socket: PageSocket,
  act: () => Promise<ActionResult<T>>,
): Promise<Answer<T>> {
  // Next runs server actions one after another, and one that hangs cannot be aborted: hence the check.
  if (!socket.connected && !(await isReachable())) return offline;
  const answer = await requestByHttp(act);
  if (answer.ok && !socket.connected) allowSlowConnect(socket);
  return answer;
}
