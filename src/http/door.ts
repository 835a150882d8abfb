import type { IncomingMessage } from 'node:http';
import type { Refusal } from './refusal.ts';

/** Paths that tell nothing of the archive, and that probers ask for by whatever address they have. */
const OPEN_TO_ALL = ['/live', '/ready'];

/** A name or address, and a port. */
const WELL_FORMED = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{0,5})?$/i;

/**
 * Whom the gateway answers to, by the `Host` that a request names: a page of any site may have its own name lead to
 * this machine and so reach what listens on it alone, but the browser then sends that name.
 * @param hosts names and addresses without ports; `*.` before a name means all below it, `*` any host at all
 */
export function hostRule(hosts: readonly string[]): RegExp {
  if (hosts.includes('*')) return WELL_FORMED;
  const names = hosts.map((host) =>
    host.startsWith('*.') ? `(?:[\\w-]+\\.)+${escaped(host.slice(2))}` : escaped(host),
  );
  return new RegExp(`^(?:${names.join('|')})\\.?(?::\\d{0,5})?$`, 'i');
}

/**
 * Lets a request in, or says why not. What is let in has a path for its target and one host; a HEAD is a GET whose body
 * is not sent, and `/graphql/` is `/graphql`.
 */
export function enter(request: IncomingMessage, rule: RegExp): Refusal | null {
  const target = targetOf(request);
  if (target === null) return badRequest('The request target must be a path, such as /graphql.');
  const host = target.host ?? hostOf(request);
  if (host === null) return badRequest('The request must have one Host header.');
  request.url = target.path;
  if (host !== undefined && !rule.test(host)) {
    if (!WELL_FORMED.test(host))
      return badRequest('The Host header must be a name or an address, with a port or none.');
    if (!OPEN_TO_ALL.includes(target.path)) {
      return {
        code: 'HOST_NOT_ALLOWED',
        message: `The host ${host} is none of those that are answered to (BANMIAN_HOSTS).`,
      };
    }
  }
  // Yoga makes an address of it, which not every host that is let in can be part of.
  request.headers.host = 'localhost';
  if (request.method === 'HEAD') request.method = 'GET';
  return null;
}

interface Target {
  readonly path: string;
  /** Of a target that is a whole address, in place of the header. */
  readonly host?: string;
}

function targetOf({ url = '', method }: IncomingMessage): Target | null {
  if (url.startsWith('/graphql/') && (url.length === 9 || url[9] === '?')) return { path: `/graphql${url.slice(9)}` };
  if (url.startsWith('/') || (url === '*' && method === 'OPTIONS')) return { path: url };
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const { host, pathname, search } = new URL(url);
  return { host, path: pathname + search };
}

/** undefined where HTTP/1.0 lets it be missing; null when there is not just one. */
function hostOf({ rawHeaders, headers: { host }, httpVersion }: IncomingMessage): string | undefined | null {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]!;
    if (name.length === 4 && name.toLowerCase() === 'host') count += 1;
  }
  if (count > 1 || (count === 0 && httpVersion !== '1.0')) return null;
  return host;
}

function badRequest(message: string): Refusal {
  return { code: 'BAD_REQUEST', message };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
