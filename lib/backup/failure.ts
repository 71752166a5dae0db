/** A backup or a restore that cannot go on. The message says in one sentence what is wrong and what to do. */
export class BackupFailure extends Error {}
