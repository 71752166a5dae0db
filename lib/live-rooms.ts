type Told = (...payload: never[]) => void;

/** Tells the sockets of a room one of a domain's events. */
type Emitter<Events extends Record<string, Told>> = {
  emit<Name extends keyof Events & string>(name: Name, ...payload: Parameters<Events[Name]>): unknown;
};

/** The rooms into which a domain has its events forwarded: all sockets of a company, or those of one of its members. */
export type LiveRooms<Events extends Record<string, Told>> = {
  company: (companyId: string) => Emitter<Events>;
  member: (companyId: string, memberId: string) => Emitter<Events>;
};
