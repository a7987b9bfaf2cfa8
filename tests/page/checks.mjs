// checks.mjs - what must hold of every page, in every theme and at every width.
import { readFileSync } from 'node:fs';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// Everything folded is unfolded: what can't be seen is not checked.
export async function unfold(page) {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
}

export async function axe(page, source) {
  await page.evaluate(source);
  const { violations } = await page.evaluate(
    (tags) => window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }), rules);
  return violations.map((rule) => `${rule.id}: ${rule.nodes.length} × ${rule.help}; ` +
    rule.nodes.slice(0, 2).map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`).join(' | '));
}

export async function overflow(page) {
  return page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= wide) return [];
    const scrolls = (el) => el && (/auto|scroll|hidden/.test(getComputedStyle(el).overflowX) || scrolls(el.parentElement));
    const culprits = [...document.body.querySelectorAll('*')]
      .filter((el) => el.getBoundingClientRect().right > wide + 1 && !scrolls(el.parentElement)).slice(0, 3);
    return [`${document.documentElement.scrollWidth} px in ${wide}: ${culprits.map((el) => el.outerHTML.slice(0, 120)).join(' | ')}`];
  });
}

// Tab from the top to the end: each stop is visible and shows that it is focused, and the order is the page's.
export async function keyboard(page, stops) {
  const wrong = [];
  await page.evaluate(() => { document.body.tabIndex = -1; document.body.focus(); });
  await page.keyboard.press('Tab');
  const skip = await page.evaluate(() => {
    const el = document.activeElement, box = el.getBoundingClientRect();
    return { is: el.className, seen: box.left >= 0 && box.top >= 0 && box.width > 0, goes: el.getAttribute('href') };
  });
  if (skip.is !== 'skip' || !skip.seen) wrong.push(`the first stop is no visible skip link but '${skip.is}'`);
  await page.keyboard.press('Enter');
  if ((await page.evaluate(() => location.hash)) !== skip.goes) wrong.push(`the skip link does not lead to ${skip.goes}`);
  for (let i = 0, before = -1; i < stops; i++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const el = document.activeElement;
      if (!el || el === document.body) return null;
      const style = getComputedStyle(el), all = [...document.querySelectorAll('*')];
      return { at: all.indexOf(el), what: el.outerHTML.slice(0, 100),
        shown: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
    });
    if (!stop) return { wrong, stops: i };
    if (!stop.shown) wrong.push(`focus can't be seen on ${stop.what}`);
    if (stop.at <= before) wrong.push(`out of order: ${stop.what}`);
    before = stop.at;
  }
  return { wrong, stops };
}

// A summary opens and closes by keys alone.
export async function folding(page) {
  const states = [];
  const fold = await page.$('details:not([open]) > summary');
  await fold.focus();
  for (const key of ['Enter', 'Space']) {
    await page.keyboard.press(key);
    states.push(await fold.evaluate((el) => el.parentElement.open));
  }
  return states[0] && !states[1] ? [] : [`Enter and Space gave ${states}`];
}

// On paper what is folded is printed, and nothing is cut off at the right.
export async function print(page) {
  await page.emulateMedia({ media: 'print' });
  // Chromium unlocks what was folded with the next frame only.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const hidden = await page.evaluate(() => [...document.querySelectorAll('details > :not(summary)')]
    .filter((el) => !el.checkVisibility({ contentVisibilityAuto: true }) || el.getBoundingClientRect().height < 5)
    .map((el) => `${el.getBoundingClientRect().height} px high: ${el.outerHTML.slice(0, 80)}`));
  const pdf = await page.pdf({ format: 'A4' });
  await page.emulateMedia({ media: 'screen' });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  if (pages < 2) hidden.push(`${pages} printed pages`);
  return hidden;
}

// The policy of the page is in force: what would load or run, if it had got in, does not.
export async function policy(page) {
  return page.evaluate(async () => {
    const blocked = new Set();
    document.addEventListener('securitypolicyviolation', (event) => blocked.add(event.effectiveDirective));
    const add = (name, attributes, text = '') => {
      const el = Object.assign(document.createElement(name), { textContent: text });
      for (const [key, value] of Object.entries(attributes)) el.setAttribute(key, value);
      document.body.append(el);
    };
    add('script', {}, 'window.ran = 1');
    add('img', { src: 'x.png', alt: '' });
    add('style', {}, 'body{display:none}');
    add('p', { style: 'color:red', onclick: 'window.ran = 1' });
    await fetch('x').catch(() => 0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const expected = ['script-src-elem', 'img-src', 'style-src-elem', 'style-src-attr', 'connect-src'];
    const missed = expected.filter((directive) => !blocked.has(directive));
    if (window.ran) missed.push('a script ran');
    return missed;
  });
}

// Links within the page lead to something, those that leave it are https and tell nobody whence.
export async function links(page) {
  return page.evaluate(() => [...document.querySelectorAll('a')].filter((a) => {
    const to = a.getAttribute('href');
    return to.startsWith('#') ? !document.getElementById(to.slice(1))
      : !(to.startsWith('https://') && /noreferrer/.test(a.rel) && /noopener/.test(a.rel));
  }).map((a) => a.outerHTML.slice(0, 120)));
}

// A document of ours by somebody else's renderer: no element that we did not mean, whatever the texts hold.
export async function markdown(page, html, problems) {
  await page.setContent(html);
  return page.evaluate((count) => {
    const known = 'H2 H3 P UL LI STRONG CODE PRE TABLE THEAD TBODY TR TH TD A DETAILS SUMMARY HR'.split(' ');
    const wrong = [...document.body.querySelectorAll('*')].filter((el) => !known.includes(el.tagName) ||
      (el.tagName === 'A' && !(el.href.startsWith('https://') && el.textContent === 'Read on')) ||
      [...el.attributes].some(({ name }) => !['href', 'align'].includes(name))).map((el) => el.outerHTML.slice(0, 120));
    for (const [name, expected] of [['h2', 1], ['h3', count], ['hr', 1]])
      if (document.querySelectorAll(name).length !== expected)
        wrong.push(`${document.querySelectorAll(name).length} of <${name}>, not ${expected}`);
    for (const row of document.querySelectorAll('tr'))
      if (row.cells.length !== row.closest('table').rows[0].cells.length) wrong.push(`cells: ${row.innerHTML.slice(0, 120)}`);
    if (window.ran) wrong.push('a script ran');
    return wrong;
  }, problems);
}

export const axeSource = (require) => readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
