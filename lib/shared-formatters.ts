type Maker = abstract new (...args: never[]) => object;

/** Languages, time zones and shapes are few: more than these are somebody's play. */
const maxKept = 500;

/**
 * Has Intl give the same formatter to whoever asks for the same one again. To make a DateTimeFormat takes as long as to render ten rows,
 * and memory that no collector counts; next-intl makes its own for each request, and what renders there cannot share them otherwise.
 */
export function shareFormatters(): void {
  Object.assign(Intl, {
    DateTimeFormat: shared(Intl.DateTimeFormat),
    ListFormat: shared(Intl.ListFormat),
    NumberFormat: shared(Intl.NumberFormat),
    PluralRules: shared(Intl.PluralRules),
    RelativeTimeFormat: shared(Intl.RelativeTimeFormat),
  });
}

function shared<Of extends Maker>(Original: Of): Of {
  const kept = new Map<string, object>();
  const maker: Of = new Proxy(Original, {
    construct(target, args: unknown[], newTarget): object {
      // A class that builds on it makes its own.
      if (newTarget !== maker) return Reflect.construct(target, args, newTarget);
      const key = JSON.stringify(args);
      const known = kept.get(key);
      if (known) return known;
      const made: object = Reflect.construct(target, args);
      if (kept.size >= maxKept) kept.clear();
      kept.set(key, made);
      return made;
    },
  });
  return maker;
}
