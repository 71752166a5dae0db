/** How much there is of a member in their company. */
export type Traces = {
  /** Then they cannot leave. */
  lastOwner: boolean;
  /** What goes when they leave. */
  photo: boolean;
  feedLines: number;
  feedReactions: number;
  searches: number;
  blocks: number;
  unsentFiles: number;
  /** What stays in conversations that others read: lines, in so many of these, and files. */
  lines: number;
  conversations: number;
  files: number;
};
