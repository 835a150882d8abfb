/**
 * Describes an error in one line for the terminal: its own sentence and, if a library wrapped it, the cause. Only the
 * first line of a message is kept, since drivers append whole statements.
 */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const reason = describeSystem(error) ?? firstLine(error.message);
  const isSpoken = error.name !== 'Error' && !error.name.startsWith('Drizzle');
  if (isSpoken || error.cause === undefined || describeSystem(error) !== null) return reason;
  return `${reason}: ${describeFailure(error.cause)}`;
}

/** The sentence for an error of the operating system; null for other errors. */
function describeSystem(error: Error): string | null {
  const { code, address, port, path, syscall } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (syscall === 'listen' || syscall === 'getaddrinfo') return describeListen(code, address, port);
  if (code === 'ERR_MODULE_NOT_FOUND')
    return `A package is missing (${error.message.split(' imported from ')[0]}); run npm ci.`;
  if (code === 'ENOENT') return `${path} does not exist.`;
  if (code === 'EACCES' || code === 'EPERM') return `${path} may not be opened.`;
  return null;
}

function describeListen(code: string | undefined, address: string | undefined, port: number | undefined): string {
  const place = `${address ?? 'the host'}${port === undefined ? '' : `:${port}`}`;
  if (code === 'EADDRINUSE') return `${place} is taken by another program; set PORT to a free port.`;
  if (code === 'EACCES') return `${place} may not be used; set PORT to a port above 1023.`;
  return `${place} cannot be listened on (${code}); set HOST to an address of this machine.`;
}

function firstLine(text: string): string {
  return text.replace(/\n.*$/s, '');
}
