// run.mjs - the HTML report in headless Chromium. Usage: node run.mjs GRADER MODULES TREE [SCREENSHOTS]
//
// MODULES is a folder with node_modules (ci/install.sh page). Each line is one test; the last one counts.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as checks from './checks.mjs';
import * as reports from './reports.mjs';

const [grader, modules, tree, shots] = process.argv.slice(2).map((path) => resolve(path));
const require = createRequire(join(modules, 'package.json'));
const { chromium } = require('playwright-core');
const axe = checks.axeSource(require);
const folder = mkdtempSync(join(tmpdir(), 'grader-page-'));
let passed = 0, failed = 0;

function test(name, wrong) {
  if (wrong.length === 0) {
    passed++;
    console.log(`  ok    ${name}`);
    return;
  }
  failed++;
  console.log(`  FAIL  ${name}`);
  for (const line of wrong.slice(0, 5)) console.log(`        ${line}`);
}

// A report in a format, as the grader itself makes it.
function render(name, report, format) {
  const json = join(folder, `${name}.json`), file = join(folder, `${name}.${format}`);
  writeFileSync(json, JSON.stringify(report));
  execFileSync(grader, ['render', json, '--format', format, '--out', file]);
  return file;
}

function findChromium() {
  const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = places.find((path) => path && existsSync(path));
  if (!found) throw new Error('no Chromium: sh ci/install.sh page, or CHROMIUM=PATH');
  return found;
}

// A tab that notes everything a calm page never does.
async function open(browser, html, options) {
  const context = await browser.newContext({ viewport: { width: options.width, height: 900 }, ...options });
  const page = await context.newPage();
  const noise = [];
  page.on('console', (message) => noise.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => noise.push(`error: ${error}`));
  page.on('dialog', (dialog) => { noise.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', (request) => request.url().startsWith(`file://${html}`) || noise.push(`request: ${request.url()}`));
  await page.goto(`file://${html}`);
  return { context, page, noise };
}

async function look(browser, name, html, colorScheme, width, withAxe) {
  const { context, page, noise } = await open(browser, html, { colorScheme, width });
  const title = `${name}, ${colorScheme}, ${width} px`;
  if (shots)
    await page.screenshot({ path: join(shots, `page-${name}-${colorScheme}-${width}.png`), fullPage: name === 'golden' && width < 2000 });
  test(`${title}: nothing sticks out, folded`, await checks.overflow(page));
  await checks.unfold(page);
  test(`${title}: nothing sticks out, unfolded`, await checks.overflow(page));
  if (withAxe) test(`${title}: no axe violation`, await checks.axe(page, axe));
  if (await page.evaluate(() => window.ran)) noise.push('a script ran');
  test(`${title}: silent, and no request leaves`, noise);
  await context.close();
}

async function use(browser, name, html) {
  const { context, page } = await open(browser, html, { colorScheme: 'light', width: 1280 });
  test(`${name}: links lead somewhere`, await checks.links(page));
  test(`${name}: folds by keys`, await checks.folding(page));
  const { wrong, stops } = await checks.keyboard(page, 60);
  test(`${name}: ${stops} stops of the Tab key`, stops < 5 ? ['hardly any'] : wrong);
  test(`${name}: prints what is folded`, await checks.print(page));
  test(`${name}: the policy blocks what would load or run`, await checks.policy(page));
  await context.close();
}

// Reading needs no script.
async function readWithoutScript(browser, html) {
  const { context, page } = await open(browser, html, { javaScriptEnabled: false, width: 1280 });
  const box = await page.locator('main section').nth(1).boundingBox();
  test('golden: reads without JavaScript', box && box.height > 100 ? [] : ['no section to be seen']);
  await context.close();
}

async function readMarkdown(browser, name, report) {
  const { marked } = require('marked');
  const text = readFileSync(render(name, report, 'md'), 'utf8');
  const page = await browser.newPage();
  const graded = report.problems.filter((problem) => problem.status === 'graded').length;
  test(`${name}: Markdown is less than a mebibyte`, Buffer.byteLength(text) <= 1 << 20 ? [] : ['longer']);
  test(`${name}: Markdown holds no markup but ours`,
    await checks.markdown(page, await marked.parse(text, { gfm: true }), graded));
  await page.close();
}

async function main() {
  const made = { golden: reports.golden(tree), hostile: reports.hostile(tree), ten: reports.ten(tree) };
  const pages = {};
  for (const name of Object.keys(made)) pages[name] = render(name, made[name], 'html');
  for (const [name, html] of Object.entries(pages)) {
    const size = statSync(html).size;
    test(`${name}: ${Math.round(size / 1000)} kB, less than a megabyte`, size < 1e6 ? [] : [`${size} bytes`]);
  }
  const raw = readFileSync(pages.hostile, 'utf8').match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  test('hostile: no control and no bidi character in the file', raw ? [`U+${raw[0].charCodeAt(0).toString(16)}`] : []);
  // As root there is no sandbox of Chromium's own; the pages are ours.
  const browser = await chromium.launch({ executablePath: findChromium(), chromiumSandbox: process.getuid() !== 0 });
  try {
    for (const [name, html] of Object.entries(pages))
      for (const theme of ['light', 'dark'])
        for (const width of [360, 1280, 3840])
          await look(browser, name, html, theme, width, width === 1280 || (width === 360 && name === 'golden'));
    for (const name of ['golden', 'hostile']) await use(browser, name, pages[name]);
    await readWithoutScript(browser, pages.golden);
    for (const name of Object.keys(made)) await readMarkdown(browser, name, made[name]);
  } finally {
    await browser.close();
  }
}

try {
  await main();
} catch (error) {
  test('the suite runs to its end', [error.stack]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`page: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
