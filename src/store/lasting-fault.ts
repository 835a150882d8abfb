/** In words what Postgres, its driver and the file system tell by code. */
const byCode: ReadonlyMap<string, string> = new Map([
  ['53100', 'The disk of the database is full.'],
  ['ENOSPC', 'The disk is full.'],
  ['EDQUOT', 'The disk quota is used up.'],
  ['EROFS', 'The disk can only be read.'],
  ['25006', 'The database can only be read.'],
  ['58030', 'The database cannot read or write its files.'],
]);
/** 08: connection; 53: resources; 57P0x: the server ends or starts. The rest is the driver's and the network's. */
const isConnectionLost = /^(?:08...|53...|57P0\d|CONNECTION_(?:CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT|ECONN(?:REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND)$/;

/** Why, in a sentence, nothing that is tried next can succeed either: no room is left, or the database is gone. null when that is not so. */
export function lastingFault(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (typeof code !== 'string') continue;
    const known = byCode.get(code);
    if (known !== undefined) return known;
    if (isConnectionLost.test(code)) return `The database cannot be reached any more (${code}).`;
  }
  return null;
}
