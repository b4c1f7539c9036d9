// A sheet with anything missing is refused: each test damages a sound one.

import { expect, test } from 'vitest';
import type { Document } from '../src/site/print/pdf.ts';
import { writePdf } from '../src/site/print/pdf.ts';
import { prove } from '../src/site/print/proof.ts';
import { laySheet } from '../src/site/print/sheet-layout.ts';
import { posterContent } from '../src/site/print/sheets.ts';
import { charter, publicUrl } from './support/site.ts';

const long = { ...charter, vision: Array(140).fill('দোরগোড়ায়').join(' ') };

/** Lays a poster of two pages out, damages it, and compares the PDF with the data. */
function proveDamaged(damage: (document: Document) => void): void {
  const { document, wanted } = laySheet(
    posterContent(
      { ...long, services: [...long.services, ...long.services, ...long.services] },
      publicUrl,
    ),
  );
  expect(document.pages.length).toBeGreaterThan(1);
  damage(document);
  prove(document, writePdf(document), wanted);
}

const pageOf = ({ pages }: Document, index: number) => {
  const page = pages[index];
  if (!page) throw new Error(`There is no page ${index}.`);
  return page;
};

test('a sound poster passes', () => {
  expect(() => proveDamaged(() => {})).not.toThrow();
});

test('a page that shows another one is refused', () => {
  expect(() =>
    proveDamaged((document) => {
      const { pages } = document;
      pages.splice(1, 1, pageOf(document, 0));
    }),
  ).toThrow(/lacks/);
});

test('a missing page is refused', () => {
  expect(() => proveDamaged(({ pages }) => pages.pop())).toThrow('lacks');
});

test('a missing cell is refused', () => {
  expect(() =>
    proveDamaged((document) => {
      const page = pageOf(document, 1);
      page.texts = page.texts.filter(({ prints }) => !prints.some((key) => key.endsWith('/1')));
    }),
  ).toThrow('lacks');
});

test('a line that is cut off is refused', () => {
  expect(() => proveDamaged((document) => pageOf(document, 0).texts.at(-3)?.lines.pop())).toThrow(
    'lacks',
  );
});

test('a text over the edge of the page is refused', () => {
  expect(() =>
    proveDamaged((document) => {
      for (const line of pageOf(document, 1).texts.at(-3)?.lines ?? []) line.x += 800;
    }),
  ).toThrow('over the edge');
});

test('a text over another is refused', () => {
  expect(() =>
    proveDamaged((document) => {
      const [first, second] = pageOf(document, 0).texts;
      for (const line of first?.lines ?? []) {
        line.x = second?.lines[0]?.x ?? 0;
        line.baseline = second?.lines[0]?.baseline ?? 0;
      }
    }),
  ).toThrow('overlap');
});

test('a page number over another text is refused', () => {
  expect(() =>
    proveDamaged((document) => {
      const { texts } = pageOf(document, 1);
      const number = texts.find(({ element }) => !element)?.lines[0];
      if (number) number.baseline = texts[0]?.lines[0]?.baseline ?? 0;
    }),
  ).toThrow('overlap');
});
