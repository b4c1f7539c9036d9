// Unpacks an Office file, a zip, without trusting it.

import { Unzip, UnzipInflate } from 'fflate';
import { ImportError } from '../source.ts';

const MB = 1024 * 1024;
/** The maximum size of the unpacked parts: over ten times a charter of a thousand services. */
const LARGEST_SUM = 12 * MB;
/** The bytes unpacked between two checks of the limit. They expand to 16 MB at most. */
const STEP = 16 * 1024;
const MOST_FILES = 5000;

/**
 * Returns the wanted parts of a zip as texts, by path. Unpacks in small steps and stops at the limits, because a zip may
 * state wrong sizes.
 * @param isWanted reports whether to unpack a path, so that pictures and fonts stay packed
 * @throws ImportError for macros, for parts beyond the limit and for a damaged file
 */
export function unzip(bytes: Uint8Array, isWanted: (path: string) => boolean): Map<string, string> {
  const parts = new Map<string, Uint8Array[]>();
  let sum = 0;
  let count = 0;
  const unzipper = new Unzip((file) => {
    if (/vbaProject|\/macros?\//i.test(file.name)) throw macros();
    if (++count > MOST_FILES || (isWanted(file.name) && (file.originalSize ?? 0) > LARGEST_SUM))
      throw bomb();
    if (!isWanted(file.name)) return;
    const chunks: Uint8Array[] = [];
    parts.set(file.name, chunks);
    file.ondata = (error, chunk) => {
      if (error) throw error;
      sum += chunk.length;
      if (sum > LARGEST_SUM) throw bomb();
      chunks.push(chunk);
    };
    file.start();
  });
  unzipper.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += STEP)
      unzipper.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(
      'ফাইলটি নষ্ট; Word বা Excel এ খুলে আবার সংরক্ষণ করুন।',
      'The file is damaged; open it in Word or Excel and save it again.',
    );
  }
  return new Map(
    [...parts].map(([path, chunks]) => [path, Buffer.concat(chunks).toString('utf8')]),
  );
}

/** Returns the paths in a zip without unpacking anything. */
export function zipPaths(bytes: Uint8Array): string[] {
  const paths: string[] = [];
  unzip(bytes, (path) => {
    paths.push(path);
    return false;
  });
  return paths;
}

const macros = () =>
  new ImportError(
    'ফাইলটিতে ম্যাক্রো (প্রোগ্রাম) আছে; .docx বা .xlsx হিসেবে সংরক্ষণ করুন।',
    'The file contains macros; save it as .docx or .xlsx.',
  );
const bomb = () =>
  new ImportError(
    'ফাইলটি খুললে অস্বাভাবিক বড় হয়, তাই খোলা হয়নি।',
    'The file unpacks to an unreasonable size, so it was not opened.',
  );
