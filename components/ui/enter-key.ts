/** What a key press in a field tells of itself: a part of KeyboardEvent. */
export type KeyPress = Pick<
  KeyboardEvent,
  "key" | "isComposing" | "keyCode" | "shiftKey" | "altKey" | "timeStamp"
>;

const processedByInputMethod = 229;

/** Whether an input method takes the key, as during a kana conversion. Older browsers say so by the key code alone. */
export function isForInputMethod({
  isComposing,
  keyCode,
}: Pick<KeyPress, "isComposing" | "keyCode">): boolean {
  return isComposing || keyCode === processedByInputMethod;
}

// Safari tells the end of a conversion just before the key press that ended it.
const sameKeyPress = 30;

/** Tells the Enter that sends from the one that breaks a line and the one that confirms a conversion. */
export function createEnterReader() {
  let conversionEndedAt = Number.NEGATIVE_INFINITY;
  return {
    conversionEnded(timeStamp: number): void {
      conversionEndedAt = timeStamp;
    },
    sends(press: KeyPress): boolean {
      if (press.key !== "Enter" || press.shiftKey || press.altKey) return false;
      if (isForInputMethod(press)) return false;
      return press.timeStamp - conversionEndedAt > sameKeyPress;
    },
  };
}
