import type { ChatFile } from "#lib/chat/schema.ts";
import { isFlag, isNumber, isText, nullOr, shapeOf } from "#lib/shapes.ts";

/** A file of a message, as this browser has kept it or a route has answered it. */
export const isChatFile = shapeOf<ChatFile>({
  id: isText,
  name: isText,
  type: isText,
  size: isNumber,
  width: nullOr(isNumber),
  height: nullOr(isNumber),
  preview: isFlag,
});
