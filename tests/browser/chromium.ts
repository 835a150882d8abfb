import { existsSync } from 'node:fs';

/** Where this machine has a Chromium, or null. */
export function findChromium(): string | null {
  return (
    ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path)) ??
    null
  );
}
