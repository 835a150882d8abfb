import type { IncomingMessage } from 'node:http';
import { HttpError } from './error/http-error.ts';

/** Paths that tell nothing of the archive, and that probers ask for by whatever address they have. */
const FOR_ANY_HOST = ['/live', '/ready'];

/** A name or address, and a port. */
const WELL_FORMED = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{0,5})?$/i;

/**
 * The hosts that a request may name in `Host`. A page of any site may have its own name lead to this machine and so
 * reach what listens on it alone, but the browser then sends that name.
 * @param hosts names and addresses without ports; `*.` before a name means all below it, `*` any host at all
 */
export function hostPattern(hosts: readonly string[]): RegExp {
  if (hosts.includes('*')) return WELL_FORMED;
  const names = hosts.map((host) =>
    host.startsWith('*.') ? `(?:[\\w-]+\\.)+${escaped(host.slice(2))}` : escaped(host),
  );
  return new RegExp(`^(?:${names.join('|')})\\.?(?::\\d{0,5})?$`, 'i');
}

/**
 * Lets a request in, or says why not. What is let in has a path for its target and one host; a HEAD is turned into a
 * GET, as Node leaves out the body itself, and `/graphql/` into `/graphql`.
 */
export function admitHost(request: IncomingMessage, hosts: RegExp): HttpError | null {
  const target = targetOf(request);
  if (target === null) return badRequest('The request target must be a path, such as /graphql.');
  const host = target.host ?? hostOf(request);
  if (host === null) return badRequest('The request must have one Host header.');
  request.url = target.path;
  if (host !== undefined && !hosts.test(host)) {
    if (!WELL_FORMED.test(host))
      return badRequest('The Host header must be a name or an address, with a port or none.');
    if (!FOR_ANY_HOST.includes(target.path)) {
      return new HttpError(
        'HOST_NOT_ALLOWED',
        `The host ${host} is none of those that are answered to (BANMIAN_HOSTS).`,
      );
    }
  }
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

/** undefined where HTTP/1.0 lets it be missing; null when there are several, or none where one must be. */
function hostOf({ rawHeaders, headers: { host }, httpVersion }: IncomingMessage): string | undefined | null {
  let count = 0;
  for (const [index, name] of rawHeaders.entries())
    if (index % 2 === 0 && name.length === 4 && name.toLowerCase() === 'host') count += 1;
  if (count > 1 || (count === 0 && httpVersion !== '1.0')) return null;
  return host;
}

function badRequest(message: string): HttpError {
  return new HttpError('BAD_REQUEST', message);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
