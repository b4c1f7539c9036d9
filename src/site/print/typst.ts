// Typesets with Typst: the poster as PDF, the preview image for shared links as SVG. Typst is loaded on first use,
// because it is large and no page needs it.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';

const require = createRequire(import.meta.url);
const fonts = ['400Regular/NotoSansBengali_400Regular', '700Bold/NotoSansBengali_700Bold'];
const views = fileURLToPath(new URL('../../../views', import.meta.url));

let loading: Promise<NodeCompiler> | undefined;

function loadTypst(): Promise<NodeCompiler> {
  loading ??= import('@myriaddreamin/typst-ts-node-compiler').then(({ NodeCompiler }) => {
    const fontBlobs = fonts.map((name) =>
      readFileSync(require.resolve(`@expo-google-fonts/noto-sans-bengali/${name}.ttf`)),
    );
    return NodeCompiler.create({ workspace: views, fontArgs: [{ fontBlobs }] });
  });
  return loading;
}

/**
 * Typesets a template of views/ to a PDF/UA-1 (ISO 14289-1), in two layers: see views/parts/layers.typ.
 * @param data what the template reads from `sys.inputs.data`, as JSON
 * @throws Error for a template error, or if Typst has no build for this platform
 */
export async function typesetPdf(template: string, data: unknown): Promise<Buffer> {
  const typst = await loadTypst();
  const picture = typeset(typst, template, { data });
  const pictures = pagesOf(shortNumbers(typst.plainSvg(picture)), picture.numOfPages);
  return typst.pdf(typeset(typst, template, { data, pictures }), { pdfStandard: 'ua-1' });
}

/** Typesets a template of views/ to an SVG with text as outlines. Throws like typesetPdf. */
export async function typesetSvg(template: string, data: unknown): Promise<string> {
  const typst = await loadTypst();
  return typst.plainSvg(typeset(typst, template, { data }));
}

function typeset(typst: NodeCompiler, template: string, inputs: object): NodeTypstDocument {
  const result = typst.compile({
    mainFilePath: `${views}/${template}`,
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [name, JSON.stringify(value)]),
    ),
  });
  // Nothing is typeset twice with the same data, so the cache is useless.
  typst.evictCache(0);
  if (result.result) return result.result;
  const error = result.takeError();
  const messages = error && JSON.stringify(typst.fetchDiagnostics(error));
  throw new Error(`${template} cannot be typeset: ${messages}`);
}

/** Rounds to a hundredth of a point, which is finer than any printer. */
function shortNumbers(svg: string): string {
  return svg.replace(/-?\d*\.\d{2,}/g, (number) => String(Number(Number(number).toFixed(2))));
}

/** Splits Typst's single tall SVG into pages; each page is a white background and a translated group. */
function pagesOf(svg: string, count: number): string[] {
  const [, width, height] = svg.match(/viewBox="0 0 (\S+) (\S+)"/) as RegExpMatchArray;
  const [, ...pages] = svg.slice(0, svg.indexOf('    <defs')).split(/^(?= {4}<path)/m);
  const glyphs = svg.slice(svg.indexOf('    <defs'));
  const head = `<svg viewBox="0 0 ${width} ${Number(height) / count}" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">`;
  return pages.map((page) => head + page.replace(/^ {4}<g.*>/m, '<g>') + glyphs);
}
