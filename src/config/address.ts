import { isIP } from 'node:net';
import { ConfigError, readList, type Environment } from './variable.ts';

const EXAMPLE_DATABASE_URL = 'postgres://user:password@host:5432/banmian';

/**
 * Reads the address of a database, and returns it in normal form; null when it is unset.
 * @throws ConfigError for an address that could be read in two ways: no part of a password may pass for the name of the
 * host or the database, for those are printed
 */
export function readDatabaseUrl(env: Environment, name: string): string | null {
  const value = env[name];
  if (!value) return null;
  const [, authority, rest] = /^postgres(?:ql)?:\/\/([^/?#]*)(.*)$/s.exec(value) ?? [];
  if (authority === undefined || rest === undefined)
    throw new ConfigError(`${name} must be an address such as ${EXAMPLE_DATABASE_URL}.`);
  const isCut = /[@#]/.test(rest);
  if (isCut || !URL.canParse(value) || !isDecodable(authority)) {
    throw new ConfigError(
      `${name} must be an address such as ${EXAMPLE_DATABASE_URL}; ` +
        'in a user or a password, / # ? @ : and % are written %2F %23 %3F %40 %3A and %25.',
    );
  }
  return new URL(value).href; // The driver does not accept a second @; the normal form encodes it.
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** Reads the host to listen on. @throws ConfigError unless it is a name or an IP address */
export function readHost(env: Environment, name: string): string {
  const host = env[name] || '127.0.0.1';
  if (isIP(host) === 0 && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host)) {
    throw new ConfigError(
      `${name} is "${host}"; it must be a host name or an IP address without a port, such as 127.0.0.1 or 0.0.0.0.`,
    );
  }
  return host;
}

/**
 * Reads the hosts that requests may name. The default depends on the host that is listened on: a loopback address is
 * reached by local names only, and any other name that leads there is a DNS rebinding attack; all other addresses take
 * any host.
 * @throws ConfigError for an entry that is not a host
 */
export function readHosts(env: Environment, name: string, listenedOn: string): readonly string[] {
  const hosts = readList(env, name);
  for (const host of hosts) {
    if (host !== '*' && isIP(host) === 0 && !/^(?:\[[\da-f:.]+\]|(?:\*\.)?[\w-]+(?:\.[\w-]+)*)$/i.test(host)) {
      throw new ConfigError(
        `${name} holds "${host}"; it must be * or a list of hosts without ports, ` +
          'such as api.example,*.reader.example,[::1].',
      );
    }
  }
  if (hosts.length > 0) return Object.freeze(hosts.map(bracketed));
  if (!isLoopback(listenedOn)) return Object.freeze(['*']);
  return Object.freeze([...new Set(['localhost', '*.localhost', '127.0.0.1', '[::1]', bracketed(listenedOn)])]);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** An IPv6 address in brackets, as URLs and the header `Host` write it. */
function bracketed(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}

/** Reads the web origins that may read answers. @throws ConfigError for an entry that is not an origin */
export function readOrigins(env: Environment, name: string): readonly string[] {
  const origins = readList(env, name);
  for (const origin of origins) {
    if (origin !== '*' && !(URL.canParse(origin) && new URL(origin).origin === origin)) {
      throw new ConfigError(
        `${name} holds "${origin}"; it must be * or a list of origins without a path, ` +
          'such as https://reader.example,http://localhost:5173.',
      );
    }
  }
  return Object.freeze([...origins]);
}
