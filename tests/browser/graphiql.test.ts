import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGateway, type Running } from '../commands/banmian.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { keyFor } from '../support/key.ts';
import { findChromium } from './chromium.ts';

let database: TestDatabase;
let gateway: Running & { url: string };
let browser: Browser;
let page: Page;
const requested: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  gateway = await startGateway(database.url);
  browser = await chromium.launch({
    executablePath: findChromium()!,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
  page.on('request', (request) => requested.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('response', (response) => {
    if (response.request().method() === 'POST')
      void response.text().then((text) => {
        if (text.includes('"errors"')) complaints.push(text);
      });
  });
});

afterAll(async () => {
  await browser.close();
  gateway.process.kill('SIGTERM');
  await gateway.ended;
  await database.drop();
});

/**
 * Presses play once the editor shows the operation; a page that is still drawing loses a click, so it is pressed again.
 */
async function play(operation: string): Promise<string> {
  await expect.poll(() => page.locator('.graphiql-query-editor').innerText(), { timeout: 30_000 }).toContain(operation);
  let answer: string | null = null;
  for (let press = 0; press < 5 && answer === null; press += 1) {
    const answered = page.waitForResponse(
      (response) =>
        response.request().method() === 'POST' && (response.request().postData() ?? '').includes(`query ${operation}`),
      { timeout: 8_000 },
    );
    await page
      .getByRole('button', { name: /^Execute query/ })
      .click({ timeout: 8_000 })
      .catch(() => {});
    answer = await answered.then(
      (response) => response.text(),
      () => null,
    );
  }
  return answer ?? '';
}

test('the examples stand in tabs, and running one shows what the newspaper says', async () => {
  await page.goto(new URL(gateway.url).origin);
  for (const name of ['FrontPage', 'Article', 'Agreements', 'Person', 'Organisation']) {
    await page.getByRole('tab', { name }).waitFor();
  }
  expect(await play('FrontPage')).toContain('徐汇报');
  await expect.poll(() => page.locator('.result-window').innerText()).toContain('徐汇报');
});

test('an example with variables runs as it is', async () => {
  // The tabs glide into place when the page opens, and a click on a moving one is lost.
  const tab = page.getByRole('tab', { name: 'Person' });
  await expect
    .poll(async () => {
      await tab.getByRole('button', { name: 'Person' }).click();
      return tab.getAttribute('aria-selected');
    })
    .toBe('true');
  expect(await play('Person')).toContain('复旦大学');
  await expect.poll(() => page.locator('.result-window').innerText()).toContain('刘琪');
  const picture = process.env['SCREENSHOT'];
  if (picture) await page.screenshot({ path: picture });
});

test('a key that stands in the tab of headers goes with the query', async () => {
  const { authorization } = await keyFor(database, 'READER', '甲社');
  await page.goto(`${gateway.url}?${new URLSearchParams({ query: 'query Who { viewer { name role } }' })}`);
  expect(await play('Who')).toBe('{"data":{"viewer":null}}');
  await page.getByRole('button', { name: 'Headers', exact: true }).click();
  await page.locator('.graphiql-editor-tool .graphiql-editor:visible').click();
  await page.keyboard.insertText(JSON.stringify({ Authorization: authorization }));
  await expect.poll(() => play('Who'), { timeout: 30_000 }).toBe('{"data":{"viewer":{"name":"甲社","role":"READER"}}}');
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(authorization.slice(-20));
});

test('nothing was requested from another machine, and the console holds no error', () => {
  const elsewhere = requested.filter(
    (url) =>
      !url.startsWith('blob:') && !url.startsWith('data:') && new URL(url).origin !== new URL(gateway.url).origin,
  );
  expect(elsewhere).toEqual([]);
  expect(requested.length).toBeGreaterThan(2);
  expect(complaints).toEqual([]);
});
