/** Storage as a browser's: its own keys are what it holds. */
export function deviceOf(entries: Record<string, string> = {}): Storage {
  const device = Object.create({
    getItem: (key: string) => device[key] ?? null,
    setItem: (key: string, value: string) => {
      device[key] = value;
    },
    removeItem: (key: string) => delete device[key],
  });
  return Object.assign(device, entries);
}

/** Storage that is switched off, or full. */
export function deadDevice(): Storage {
  const refuse = () => {
    throw new DOMException("no", "QuotaExceededError");
  };
  return Object.create({ getItem: refuse, setItem: refuse, removeItem: refuse });
}
