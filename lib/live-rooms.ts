type Told = (...payload: never[]) => void;

/** Tells the sockets of a room one of a domain's events. */
type Emitter<Events extends Record<string, Told>> = {
  emit<Name extends keyof Events & string>(name: Name, ...payload: Parameters<Events[Name]>): unknown;
};

/** The rooms into which a domain has its events forwarded: those of one member of a company, alone or with those of HR. */
export type LiveRooms<Events extends Record<string, Told>> = {
  member: (companyId: string, memberId: string) => Emitter<Events>;
  memberAndHr: (companyId: string, memberId: string) => Emitter<Events>;
};
