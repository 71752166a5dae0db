import type { PageSocket } from "#components/live/live-socket.ts";
import type { SendMessage } from "#lib/chat/input.ts";
import { pushOf } from "#lib/chat/push.ts";
import type { ChatLine, ThreadPush } from "#lib/chat/schema.ts";
import type { ActionResult } from "#lib/results.ts";

/**
 * Sends a message by the socket; resolves to the answer, and never when the connection breaks before it. `tell` is called with
 * the line synchronously: after a promise it would come later than pushes that arrive in the same packet.
 */
export function sendBySocket(
  socket: Pick<PageSocket, "emit">,
  message: SendMessage,
  tell: (push: ThreadPush) => void,
): Promise<ActionResult<ChatLine>> {
  return new Promise((resolve) => {
    socket.emit("message:send", message, (answer) => {
      if (answer.ok) tell(pushOf(answer.data));
      resolve(answer);
    });
  });
}
