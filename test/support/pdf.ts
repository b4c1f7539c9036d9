// PDF files, read by the engine of Chrome.

import { PDFiumLibrary } from '@hyzyla/pdfium';

// Started once for a test file, whose process ends with it.
const engine = await PDFiumLibrary.init();
type PdfDocument = Awaited<ReturnType<typeof engine.loadDocument>>;

/** Gives the document to `use`, and frees it. */
export async function withPdf<T>(
  pdf: Uint8Array,
  use: (document: PdfDocument) => T | Promise<T>,
): Promise<T> {
  const document = await engine.loadDocument(pdf);
  try {
    return await use(document);
  } finally {
    document.destroy();
  }
}

/**
 * Returns a text on one line. A line may also break after a slash, before an @, and after a dot within an address,
 * without a space there; and PDFium forgets a space after a sign without width (মৃত্যু).
 */
export const oneLine = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\/ /g, '/')
    .replace(/ @/g, '@')
    .replace(/(?<=[a-z]\.) (?=[a-z])/g, '')
    .replace(/(?<=\p{Mn}) /gu, '');

/** Returns the text of each page as it is copied, on one line. */
export const pagesOf = (pdf: Uint8Array): Promise<string[]> =>
  withPdf(pdf, (document) => [...document.pages()].map((page) => oneLine(page.getText())));
