// Pages as a tagged PDF/UA-1 (ISO 14289-1), with the clusters it uses as fonts (true-type.ts).

import { createHash } from 'node:crypto';
import { keysOf } from '../../typed.ts';
import type { Attributes, Element, Page, PlacedText, Shape, Step } from './page.ts';
import { PdfFile, pdfText, type Ref, utf16 } from './pdf-file.ts';
import { composeFont } from './true-type.ts';
import { type Cluster, typefaces, type Weight } from './typeface.ts';

export interface Document {
  title: string;
  pages: Page[];
  /** The element "Document". */
  root: Element;
}

/** The clusters of a typeface that a document uses: a code each, in the order of their first use. */
export class Codes {
  #codes = new Map<string, number>();
  readonly clusters: Cluster[] = [];

  /**
   * Where kerning gives a cluster another advance, it has another code: readers of PDF take distances between glyphs for
   * spaces.
   */
  of(cluster: Cluster): number {
    const key = JSON.stringify(cluster);
    const code = this.#codes.get(key) ?? this.clusters.push(cluster);
    this.#codes.set(key, code);
    return code;
  }
}

/** The names of the fonts in the content streams. */
export const FONT_NAMES: Record<Weight, string> = { regular: 'R', bold: 'B' };

/** A file, with what proof.ts reads: the content streams of its pages, and what their codes stand for. */
export interface Written {
  bytes: Buffer;
  contents: string[];
  codes: Record<Weight, Codes>;
}

/** The structure elements of a page, by its marked-content ids. */
type Marked = Element[];

/** @param scale magnifies the pages: the same document fits other paper */
export function writePdf({ title, pages, root }: Document, scale = 1): Written {
  const file = new PdfFile();
  const codes = { regular: new Codes(), bold: new Codes() };
  const drawn = pages.map((page) => drawPage(page, codes, scale));

  const fonts = keysOf(codes)
    .filter((weight) => codes[weight].clusters.length > 0)
    .map((weight) => `/${FONT_NAMES[weight]} ${addFont(file, weight, codes[weight].clusters)}`);
  const resources = file.add(`<</Font<<${fonts.join('')}>>>>`);
  const tree = file.reserve();
  const pageRefs = drawn.map(({ content, width, height }, index) =>
    file.add(
      `<</Type/Page/Parent ${tree}/MediaBox[0 0 ${number(width)} ${number(height)}]` +
        `/Resources ${resources}/Contents ${file.addStream('', content)}/StructParents ${index}/Tabs/S>>`,
    ),
  );
  file.set(tree, `<</Type/Pages/Kids[${pageRefs.join(' ')}]/Count ${pageRefs.length}>>`);

  const structure = addStructure(
    file,
    root,
    pageRefs,
    drawn.map(({ marked }) => marked),
  );
  const metadata = file.addPlainStream('/Type/Metadata/Subtype/XML', xmp(title));
  const catalog = file.add(
    `<</Type/Catalog/Pages ${tree}/StructTreeRoot ${structure}/MarkInfo<</Marked true>>/Lang(bn)` +
      `/Metadata ${metadata}/ViewerPreferences<</DisplayDocTitle true>>>>`,
  );
  return { bytes: file.toBytes(catalog), contents: drawn.map(({ content }) => content), codes };
}

function drawPage(page: Page, codes: Record<Weight, Codes>, scale: number) {
  const marked: Marked = [];
  const tagged = (element: Element, content: string) =>
    `/${element.role}<</MCID ${marked.push(element) - 1}>>BDC\n${content}EMC\n`;
  const content = [
    scale === 1 ? '' : `${number(scale)} 0 0 ${number(scale)} 0 0 cm\n`,
    '/Artifact BMC\n',
    ...page.shapes.map((shape) => drawShape(shape, page.height)),
    'EMC\n',
    ...page.texts.map((text) =>
      text.element
        ? tagged(text.element, drawText(text, page.height, codes))
        : `/Artifact<</Type/Pagination>>BDC\n${drawText(text, page.height, codes)}EMC\n`,
    ),
    ...page.figures.map(({ element, shapes }) =>
      tagged(element, shapes.map((shape) => drawShape(shape, page.height)).join('')),
    ),
  ].join('');
  return { content, marked, width: page.width * scale, height: page.height * scale };
}

function drawText({ lines }: PlacedText, height: number, codes: Record<Weight, Codes>): string {
  const drawn = lines.flatMap(({ line, x, baseline }) =>
    line.pieces.map(({ x: from, style, clusters }) => {
      const { size, weight, colour } = style;
      const place = `1 0 0 1 ${number(x + from)} ${number(height - baseline)} Tm`;
      return `${fillColour(colour)}/${FONT_NAMES[weight]} ${number(size)} Tf ${place} ${shown(clusters, codes[weight])}\n`;
    }),
  );
  return `BT\n${drawn.join('')}ET\n`;
}

/** The operator that shows a row of clusters. */
function shown(clusters: Cluster[], codes: Codes): string {
  return `<${clusters.map((cluster) => hexadecimal(codes.of(cluster))).join('')}>Tj`;
}

const hexadecimal = (code: number) => code.toString(16).padStart(4, '0');

function drawShape({ path, fill, stroke }: Shape, height: number): string {
  const steps = path.map((step) => drawStep(step, height)).join(' ');
  if (stroke)
    return `${strokeColour(stroke.colour)}${number(stroke.width)} w ${stroke.isRound ? 1 : 0} J\n${steps} S\n`;
  return `${fillColour(fill ?? '#000000')}${steps} f\n`;
}

function drawStep(step: Step, height: number): string {
  const [kind, ...lengths] = step;
  if (kind === 'Z') return 'h';
  const operands = lengths.map((length, at) => number(at % 2 === 0 ? length : height - length));
  return `${operands.join(' ')} ${kind.toLowerCase()}`;
}

/** To a hundredth, which is finer than any printer. */
function number(value: number): string {
  return String(Math.round(value * 1e2) / 1e2);
}

const components = (colour: string) =>
  [1, 3, 5]
    .map((at) => Math.round((Number.parseInt(colour.slice(at, at + 2), 16) / 255) * 1e3) / 1e3)
    .join(' ');
const fillColour = (colour: string) => `${components(colour)} rg `;
const strokeColour = (colour: string) => `${components(colour)} RG `;

/** The structure tree, and for each page the way back from its marked contents (ISO 32000-1 §14.7). */
function addStructure(file: PdfFile, root: Element, pages: Ref[], marked: Marked[]): Ref {
  const contents = new Map<Element, { page: number; id: number }[]>();
  for (const [page, elements] of marked.entries())
    for (const [id, element] of elements.entries())
      contents.set(element, [...(contents.get(element) ?? []), { page, id }]);

  const refs = new Map<Element, Ref>();
  const add = (element: Element, parent: Ref): Ref => {
    const ref = file.reserve();
    refs.set(element, ref);
    const own = contents.get(element) ?? [];
    const [first] = own;
    const kids = [
      ...own.map(({ page, id }) =>
        page === first?.page ? String(id) : `<</Type/MCR/Pg ${pages[page]}/MCID ${id}>>`,
      ),
      ...element.children.map((child) => add(child, ref)),
    ];
    const onPage = first ? `/Pg ${pages[first.page]}` : '';
    file.set(
      ref,
      `<</S/${element.role}/P ${parent}${onPage}/K[${kids.join(' ')}]${attributeEntries(element.attributes)}>>`,
    );
    return ref;
  };
  const tree = file.reserve();
  const document = add(root, tree);
  const back = marked.map((elements, page) => {
    const all = elements.map((element) => refs.get(element)).join(' ');
    return `${page} ${file.add(`[${all}]`)}`;
  });
  const parents = file.add(`<</Nums[${back.join(' ')}]>>`);
  file.set(
    tree,
    `<</Type/StructTreeRoot/K ${document}/ParentTree ${parents}/ParentTreeNextKey ${marked.length}>>`,
  );
  return tree;
}

/** Returns the entries of an element's dictionary for its attributes (ISO 32000-1 §14.8.5.7, §14.9.3). */
function attributeEntries({ scope, rowSpan = 1, columnSpan = 1, alternative }: Attributes): string {
  const table = [
    scope ? `/Scope/${scope}` : '',
    rowSpan > 1 ? `/RowSpan ${rowSpan}` : '',
    columnSpan > 1 ? `/ColSpan ${columnSpan}` : '',
  ].join('');
  return [
    table === '' ? '' : `/A<</O/Table${table}>>`,
    alternative === undefined ? '' : `/Alt${pdfText(alternative)}`,
  ].join('');
}

function addFont(file: PdfFile, weight: Weight, clusters: Cluster[]): Ref {
  const { bytes, name } = typefaces[weight];
  const font = composeFont(bytes, clusters);
  // A subset is named by six capital letters (ISO 32000-1 §9.6.4).
  const tag = [...createHash('sha256').update(font).digest().subarray(0, 6)]
    .map((byte) => String.fromCharCode(65 + (byte % 26)))
    .join('');
  const subset = `${tag}+${name}`;
  const embedded = file.addStream(`/Length1 ${font.length}`, font);
  const descriptor = file.add(
    `<</Type/FontDescriptor/FontName/${subset}/Flags 4/FontBBox[-1000 -500 2000 1200]/ItalicAngle 0` +
      `/Ascent 917/Descent -408/CapHeight 622/StemV ${weight === 'bold' ? 140 : 80}/FontFile2 ${embedded}>>`,
  );
  const widths = clusters.map(({ advance }) => advance).join(' ');
  const descendant = file.add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${subset}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
      `/FontDescriptor ${descriptor}/CIDToGIDMap/Identity/DW 0/W[1[${widths}]]>>`,
  );
  const toUnicode = file.addStream('', unicodeMap(clusters));
  return file.add(
    `<</Type/Font/Subtype/Type0/BaseFont/${subset}/Encoding/Identity-H/DescendantFonts[${descendant}]/ToUnicode ${toUnicode}>>`,
  );
}

/** Which letters each code stands for (ISO 32000-1 §9.10.3). */
function unicodeMap(clusters: Cluster[]): string {
  const entries = clusters.map(({ text }, index) => `<${hexadecimal(index + 1)}><${utf16(text)}>`);
  const blocks: string[] = [];
  for (let from = 0; from < entries.length; from += 100) {
    const block = entries.slice(from, from + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${blocks.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

function xmp(title: string): string {
  const text = title.replace(/[&<]/g, (letter) => (letter === '&' ? '&amp;' : '&lt;'));
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>bn</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}
