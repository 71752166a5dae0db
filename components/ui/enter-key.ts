/** What a key press in a field tells of itself: a part of KeyboardEvent. */
export type KeyPress = Pick<
  KeyboardEvent,
  "key" | "isComposing" | "keyCode" | "shiftKey" | "altKey" | "timeStamp"
>;

// Safari tells the end of a conversion just before the key press that ended it.
const sameKeyPress = 30;
const processedByInputMethod = 229;

/** Tells the Enter that sends from the one that breaks a line and the one that confirms a conversion. */
export function createEnterReader() {
  let conversionEndedAt = Number.NEGATIVE_INFINITY;
  return {
    conversionEnded(timeStamp: number): void {
      conversionEndedAt = timeStamp;
    },
    sends(press: KeyPress): boolean {
      if (press.key !== "Enter" || press.shiftKey || press.altKey) return false;
      if (press.isComposing || press.keyCode === processedByInputMethod) return false;
      return press.timeStamp - conversionEndedAt > sameKeyPress;
    },
  };
}
