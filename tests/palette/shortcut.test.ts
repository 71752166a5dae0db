import { expect, test } from "vitest";
import { isShortcut, type ShortcutPress } from "#components/palette/shortcut.ts";

const press = (more: Partial<ShortcutPress>): ShortcutPress => ({
  key: "k",
  code: "KeyK",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
});

test.each<[string, Partial<ShortcutPress>, { apple: boolean; other: boolean }]>([
  ["k", {}, { apple: false, other: false }],
  ["Ctrl-K", { ctrlKey: true }, { apple: false, other: true }],
  ["⌘K", { metaKey: true }, { apple: true, other: false }],
  ["Ctrl-⌘-K", { ctrlKey: true, metaKey: true }, { apple: false, other: false }],
  ["Ctrl-Shift-K", { ctrlKey: true, shiftKey: true }, { apple: false, other: false }],
  ["Ctrl-K with caps lock", { key: "K", ctrlKey: true }, { apple: false, other: true }],
  ["Ctrl-K on keys that write kana", { key: "の", ctrlKey: true }, { apple: false, other: true }],
  ["Ctrl-T of another layout", { key: "t", ctrlKey: true }, { apple: false, other: false }],
  ["Ctrl-K within a conversion", { ctrlKey: true, isComposing: true }, { apple: false, other: false }],
])("%s", (_, more, opens) => {
  expect({ apple: isShortcut(press(more), true), other: isShortcut(press(more), false) }).toEqual(opens);
});
