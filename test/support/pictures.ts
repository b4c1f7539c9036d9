// Draws the pictures of the README and of the staff's guide (npm run pictures): pages of the real site, with the name of
// the field beside what it shows.

import { launchBrowser, unpackBrowser } from './browser.ts';
import { serveCharter } from './site.ts';

/** Selector → field, by picture. */
const pictures: Record<string, { path: string; height: number; fields: Record<string, string> }> = {
  home: {
    path: '/',
    height: 1500,
    fields: {
      '.identity .office': 'department',
      '.identity span > span:nth-child(1)': 'government',
      '.identity span > span:nth-child(3)': 'upazila, district',
      '.vision': 'vision (charter.yaml)',
      '.footer .wrap > div': 'website',
    },
  },
  service: {
    path: '/services/e-filing',
    height: 1400,
    fields: {
      h1: 'name',
      '.summary > div:nth-child(1) dd': 'time',
      '.summary > div:nth-child(2) dd': 'fee',
      '.summary > div:nth-child(3) dd': 'documents',
      '.summary > div:nth-child(4) dd': 'documents_source',
      '.card:first-child h3': 'officer',
      '.card:last-child h3': 'superior',
    },
  },
  contact: {
    path: '/contact',
    height: 700,
    fields: {
      '.card:first-child h2': 'post',
      '.card:first-child .address': 'office, place',
      '.card:first-child .call': 'mobile',
      '.card:first-child .call + .button': 'email',
    },
  },
  about: {
    path: '/about',
    height: 900,
    fields: {
      '#correction-1 .change dd:nth-of-type(1)': 'published',
      '#correction-1 .change dd:nth-of-type(2)': 'shown',
      '#correction-1 dl > div:last-child dd': 'reason',
    },
  },
};

await unpackBrowser();
const browser = await launchBrowser();
{
  await using site = await serveCharter();
  const page = await browser.newPage({ viewport: { width: 1024, height: 800 }, bypassCSP: true });
  for (const [name, { path, height, fields }] of Object.entries(pictures)) {
    await page.setViewportSize({ width: 1024, height });
    await page.goto(site.url + path);
    const label = 'color: #fff; background: #8a1fb0; font: 700 15px monospace; padding: 2px 6px';
    const content = Object.entries(fields)
      .map(
        ([selector, field]) => `${selector} { outline: 2px solid #8a1fb0; outline-offset: 3px }
        ${selector}::after { content: "${field}"; ${label}; display: inline-block; margin-left: 12px }`,
      )
      .join('\n');
    await page.addStyleTag({ content });
    await page.evaluate('document.fonts.ready');
    await page.screenshot({ path: `data/pictures/${name}.png` });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(site.url);
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: 'docs/home.png' });
}
await browser.close();
