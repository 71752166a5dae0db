"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";

export type ShortcutPress = Pick<
  KeyboardEvent,
  "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "isComposing"
>;

/** ⌘K on Apple's keyboards, where Ctrl-K deletes to the end of a line; Ctrl-K on all others. */
export function isShortcut(press: ShortcutPress, apple: boolean): boolean {
  if (press.altKey || press.shiftKey || press.isComposing) return false;
  if (apple ? !press.metaKey || press.ctrlKey : !press.ctrlKey || press.metaKey) return false;
  // Where the keys write kana there is no k; then the place of the key tells.
  return /^[a-z]$/i.test(press.key) ? press.key.toLowerCase() === "k" : press.code === "KeyK";
}

export function useShortcut(handler: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || !isShortcut(event, isApple())) return;
    event.preventDefault();
    handler();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event);
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}

/** How the shortcut is written on this machine's keys; null until that is known. */
export function useShortcutText(): string | null {
  return useSyncExternalStore(
    () => () => {},
    () => (isApple() ? "⌘K" : "Ctrl K"),
    () => null,
  );
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}
