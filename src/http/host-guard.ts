import type { IncomingMessage } from 'node:http';
import { HttpError } from './error/http-error.ts';

/** Paths that reveal nothing of the archive; health checks request them under whatever address they have. */
const FOR_ANY_HOST = ['/live', '/ready'];

/** A name or an address, with or without a port. */
const WELL_FORMED = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{0,5})?$/i;

/**
 * Matches the hosts that a request may name. Any web page can have its own host name resolve to this machine and so reach
 * a gateway that listens only locally (DNS rebinding), but the browser then sends that name.
 * @param hosts names and addresses without ports; `*.` before a name means all its subdomains, `*` any host
 */
export function hostPattern(hosts: readonly string[]): RegExp {
  if (hosts.includes('*')) return WELL_FORMED;
  const names = hosts.map((host) =>
    host.startsWith('*.') ? `(?:[\\w-]+\\.)+${escaped(host.slice(2))}` : escaped(host),
  );
  return new RegExp(`^(?:${names.join('|')})\\.?(?::\\d{0,5})?$`, 'i');
}

/**
 * Checks target and host of a request, and normalises it: its URL becomes a path, `/graphql/` becomes `/graphql`, and
 * HEAD becomes GET, since Node itself leaves out the body.
 * @returns why the request is refused, or null
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
      return new HttpError('HOST_NOT_ALLOWED', `The host ${host} is not one of those allowed (BANMIAN_HOSTS).`);
    }
  }
  if (request.method === 'HEAD') request.method = 'GET';
  return null;
}

interface Target {
  readonly path: string;
  /** The host of an absolute URL, which takes precedence over the header. */
  readonly host?: string;
}

function targetOf({ url = '', method }: IncomingMessage): Target | null {
  if (url.startsWith('/graphql/') && (url.length === 9 || url[9] === '?')) return { path: `/graphql${url.slice(9)}` };
  if (url.startsWith('/') || (url === '*' && method === 'OPTIONS')) return { path: url };
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const { host, pathname, search } = new URL(url);
  return { host, path: pathname + search };
}

/** undefined when it is missing, as HTTP/1.0 allows; null when it is missing otherwise, or there are several. */
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
