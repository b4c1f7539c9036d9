// A PDF file as a list of objects (ISO 32000-1, version 1.7), with everything compressed that may be.

import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** A reference to an object: "12 0 R". */
export type Ref = string;

interface Stream {
  dictionary: string;
  bytes: Buffer;
}

/** The number of objects that share a compressed stream. */
const PACKED = 200;

export class PdfFile {
  #objects: (string | Stream)[] = [];

  /** Keeps a number for an object that is added later, because others refer to it before. */
  reserve(): Ref {
    this.#objects.push('null');
    return `${this.#objects.length} 0 R`;
  }

  set(ref: Ref, object: string): void {
    this.#objects[Number.parseInt(ref, 10) - 1] = object;
  }

  add(object: string): Ref {
    const ref = this.reserve();
    this.set(ref, object);
    return ref;
  }

  /** @param dictionary the entries besides the filter and the length */
  addStream(dictionary: string, content: Buffer | string): Ref {
    this.#objects.push(stream(dictionary, Buffer.from(content)));
    return `${this.#objects.length} 0 R`;
  }

  /** Readers that look for metadata without decoding (ISO 19005) find them so. */
  addPlainStream(dictionary: string, content: string): Ref {
    const bytes = Buffer.from(content);
    this.#objects.push({ dictionary: `${dictionary}/Length ${bytes.length}`, bytes });
    return `${this.#objects.length} 0 R`;
  }

  /** The file, whose bytes depend on nothing but the objects. */
  toBytes(catalog: Ref): Buffer {
    const objects = [...this.#objects];
    const places: [kind: number, place: number, index: number][] = [];
    const texts = objects.flatMap((object, index) =>
      typeof object === 'string' ? [{ number: index + 1, object }] : [],
    );
    for (let from = 0; from < texts.length; from += PACKED) {
      const pack = texts.slice(from, from + PACKED);
      let length = 0;
      const index = pack.map(({ number, object }, at) => {
        places[number] = [2, objects.length + 1, at];
        const start = length;
        length += object.length + 1;
        return `${number} ${start}`;
      });
      const first = `${index.join(' ')}\n`;
      const content = first + pack.map(({ object }) => `${object}\n`).join('');
      objects.push(
        stream(
          `/Type/ObjStm/N ${pack.length}/First ${first.length}`,
          Buffer.from(content, 'latin1'),
        ),
      );
    }

    const parts = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
    let length = parts[0]?.length ?? 0;
    const write = (object: Stream, number: number) => {
      places[number] = [1, length, 0];
      const part = Buffer.concat([
        Buffer.from(`${number} 0 obj\n<<${object.dictionary}>>\nstream\n`, 'latin1'),
        object.bytes,
        Buffer.from('\nendstream\nendobj\n'),
      ]);
      parts.push(part);
      length += part.length;
    };
    for (const [index, object] of objects.entries())
      if (typeof object !== 'string') write(object, index + 1);

    const number = objects.length + 1;
    places[0] = [0, 0, 0xffff];
    places[number] = [1, length, 0];
    const table = Buffer.alloc((number + 1) * 7);
    for (const [index, [kind, place, extra]] of places.entries()) {
      table.writeUInt8(kind, index * 7);
      table.writeUInt32BE(place, index * 7 + 1);
      table.writeUInt16BE(extra, index * 7 + 5);
    }
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    const id = hash.digest('hex').slice(0, 32);
    const start = length;
    write(
      stream(`/Type/XRef/Size ${number + 1}/W[1 4 2]/Root ${catalog}/ID[<${id}><${id}>]`, table),
      number,
    );
    return Buffer.concat([...parts, Buffer.from(`startxref\n${start}\n%%EOF\n`)]);
  }
}

function stream(dictionary: string, content: Buffer): Stream {
  const bytes = deflateSync(content, { level: 9 });
  return { dictionary: `${dictionary}/Filter/FlateDecode/Length ${bytes.length}`, bytes };
}

/** A text string, in UTF-16 (ISO 32000-1 §7.9.2.2). */
export function pdfText(text: string): string {
  return `<feff${utf16(text)}>`;
}

/** A text in UTF-16 as hexadecimal digits. */
export function utf16(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}
