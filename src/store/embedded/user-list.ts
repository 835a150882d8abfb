import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, isRunning } from './process-identity.ts';

/**
 * Who uses the server of one data folder: a file each, naming its process. Whoever leaves last stops the server, so
 * that one gateway's end does not take it from another, and a server left by a killed process finds someone to end it.
 * Only to be called under the start lock.
 */
export interface UserList {
  join(): string;
  /** Returns whether nobody that lives is left. */
  leave(user: string): boolean;
}

export function userList(folder: string): UserList {
  return {
    join() {
      mkdirSync(folder, { recursive: true });
      const user = join(folder, `${process.pid}-${randomBytes(6).toString('hex')}`);
      try {
        writeFileSync(user, identityOf(process.pid));
      } catch (error) {
        rmSync(user, { force: true }); // On a full disk it is there and empty.
        throw error;
      }
      return user;
    },
    leave(user) {
      rmSync(user, { force: true });
      const others = readdirSync(folder).map((name) => join(folder, name));
      const dead = others.filter((other) => !isRunning(readFileSync(other, 'utf8')));
      for (const other of dead) rmSync(other, { force: true });
      return dead.length === others.length;
    },
  };
}
