// Opens an Office file (a zip) without trusting it: sizes are checked in its directory before anything is unpacked.

import { unzipSync } from 'fflate';
import { ImportError } from './model.ts';

const MB = 1024 * 1024;
/** A charter of a thousand services is less than a tenth of this. */
const LARGEST_PART = 12 * MB;
const LARGEST_SUM = 24 * MB;
const MOST_FILES = 5000;

/**
 * The named parts of a zip as texts, by path.
 * @param isWanted which paths to unpack; pictures and fonts stay packed
 * @throws ImportError for macros, for parts that unpack to too much, and for a file that is no sound zip
 */
export function unzip(bytes: Uint8Array, isWanted: (path: string) => boolean): Map<string, string> {
  let sum = 0;
  let count = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, size, originalSize, compression }) => {
        if (/vbaProject|\/macros?\//i.test(name)) throw macros();
        if (++count > MOST_FILES) throw bomb();
        if (!isWanted(name)) return false;
        // A stored part must be as large as it says, or it would be read past its end.
        const unpacked = compression === 0 ? size : originalSize;
        sum += unpacked;
        if (unpacked > LARGEST_PART || sum > LARGEST_SUM) throw bomb();
        return true;
      },
    });
    return new Map(
      Object.entries(parts).map(([path, part]) => [path, new TextDecoder().decode(part)]),
    );
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(
      'ফাইলটি নষ্ট; Word বা Excel এ খুলে আবার সংরক্ষণ করুন।',
      'The file is damaged; open it in Word or Excel and save it again.',
    );
  }
}

/** The paths of a zip, without unpacking anything; empty for what is no zip. */
export function pathsIn(bytes: Uint8Array): string[] {
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
