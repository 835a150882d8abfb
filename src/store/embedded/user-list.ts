import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, isRunning } from './process-identity.ts';

/**
 * The processes that use the server of a data folder, as a file for each. The last one to leave stops the server, so
 * that a gateway that ends does not take it from another, and a server left by a killed process is stopped in the end.
 * To be used under the start lock only.
 */
export interface UserList {
  join(): string;
  /** Returns whether no running process is left. */
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
        rmSync(user, { force: true }); // On a full disk it is created, but empty.
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
