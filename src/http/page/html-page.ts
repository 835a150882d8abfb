import type { IncomingMessage, ServerResponse } from 'node:http';

/** Whether a browser asks for a page to show, and not a program for data. */
export function wantsHtml({ method, headers: { accept } }: IncomingMessage): boolean {
  return method === 'GET' && String(accept ?? '').includes('text/html');
}

/** Sends a page with a heading and a line of HTML. */
export function sendPage(response: ServerResponse, status: number, heading: string, line: string): void {
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${heading}</title>
<style>body { font: 1rem/1.5 system-ui, sans-serif; margin: 4rem auto; max-width: 36rem; padding: 0 1rem; color-scheme: light dark }</style>
<h1>${heading}</h1>
<p>${line}</p>
</html>
`;
  response.appendHeader('vary', 'accept');
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': Buffer.byteLength(html),
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    })
    .end(html);
}
