/**
 * Who is online, by the sidecars that say so. What a sidecar said expires, so that members of a sidecar that died do not stay online for
 * ever. Keys are opaque.
 */
export class PresenceRoll {
  readonly #where = new Map<string, Map<string, number>>();

  has(key: string): boolean {
    return this.#where.has(key);
  }

  /** Notes that a sidecar has these until `until`. Returns those who were nowhere before. */
  add(sidecarId: string, keys: string[], until: number): string[] {
    return keys.filter((key) => {
      const sidecars = this.#where.get(key);
      if (sidecars) sidecars.set(sidecarId, until);
      else this.#where.set(key, new Map([[sidecarId, until]]));
      return !sidecars;
    });
  }

  /** Notes that a sidecar has these no longer. Returns those who are nowhere now. */
  remove(sidecarId: string, keys: string[]): string[] {
    return keys.filter((key) => this.#end(key, (id) => id === sidecarId));
  }

  /** Forgets what was said for a time that is over. Returns those who are nowhere now. */
  expire(now: number): string[] {
    return [...this.#where.keys()].filter((key) => this.#end(key, (_, until) => until <= now));
  }

  #end(key: string, ends: (sidecarId: string, until: number) => boolean): boolean {
    const sidecars = this.#where.get(key);
    if (!sidecars) return false;
    for (const [id, until] of sidecars) if (ends(id, until)) sidecars.delete(id);
    return sidecars.size === 0 && this.#where.delete(key);
  }
}
