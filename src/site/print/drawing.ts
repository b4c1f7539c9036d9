// The mark and the running stitch of views/parts/icon.njk, and the QR code.

import { encode } from 'uqr';
import {
  addElement,
  circle,
  colours,
  type Element,
  type Figure,
  rectangle,
  type Shape,
  type Step,
} from './page.ts';

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** A wireless signal in running stitch over a red dot, in a square of the given size. */
export function mark(
  x: number,
  y: number,
  size: number,
  stitch = colours.green,
  dot = colours.red,
): Shape[] {
  const unit = size / 64;
  const at = (angle: number, radius: number): [x: number, y: number] => [
    x + (32 + radius * Math.sin(angle)) * unit,
    y + (47 - radius * Math.cos(angle)) * unit,
  ];
  const path: Step[] = [];
  for (const [radius, count] of [
    [15, 4],
    [25, 6],
    [35, 8],
  ] as const) {
    // A stitch is 58 % of its pitch, so that an arc ends with whole stitches on both sides.
    const pitch = radians(130) / (count - 0.42);
    const half = 0.29 * pitch;
    // The handles of a cubic curve for an arc of twice the half angle.
    const handle = (4 / 3) * Math.tan(half / 2);
    for (let index = 0; index < count; index++) {
      const from = radians(-65) + index * pitch;
      const to = from + 2 * half;
      const reach = radius / Math.cos(Math.atan(handle));
      path.push(
        ['M', ...at(from, radius)],
        [
          'C',
          ...at(from + Math.atan(handle), reach),
          ...at(to - Math.atan(handle), reach),
          ...at(to, radius),
        ],
      );
    }
  }
  return [
    { path, stroke: { colour: stitch, width: 3.6 * unit, isRound: true } },
    { path: circle(x + 32 * unit, y + 47 * unit, 6.2 * unit), fill: dot },
  ];
}

/** A line of stitches, each fifth one red, that begins and ends with a whole stitch. */
export function stitches(
  x: number,
  y: number,
  width: number,
  unit: number,
  stitch = colours.green,
  marker = colours.red,
): Shape[] {
  // Two more than a multiple of five has the red ones in the same places from both ends.
  const count = Math.round((width / unit / 6.3 - 2) / 5) * 5 + 2;
  const pitch = (width - 4.4 * unit) / (count - 1);
  const line = (colour: string, isRed: boolean): Shape => ({
    path: Array.from({ length: count }, (_, index) => index)
      .filter((index) => (index % 5 === 3) === isRed)
      .flatMap((index): Step[] => [
        ['M', x + 0.4 * unit + index * pitch, y + 0.4 * unit],
        ['L', x + 4 * unit + index * pitch, y + 0.4 * unit],
      ]),
    stroke: { colour, width: 0.7 * unit, isRound: true },
  });
  return [line(stitch, false), line(marker, true)];
}

/** The text beside a QR code. */
export const SCAN = 'মোবাইলে দেখতে কোডটি স্ক্যান করুন';

/**
 * A QR code (ISO/IEC 18004) on a white ground, with the quiet zone of four modules.
 * @param url an address of the site
 * @param parent the element that gets a figure, with the text that stands for the code
 */
export function qrCode(url: string, x: number, y: number, size: number, parent: Element): Figure {
  const { data } = encode(url, { ecc: 'M', border: 4 });
  const module = size / data.length;
  const path = data.flatMap((row, line) =>
    runsOf(row).flatMap(([from, to]) =>
      rectangle(x + from * module, y + line * module, (to - from) * module, module),
    ),
  );
  return {
    element: addElement('Figure', parent, { alternative: 'এই ওয়েবসাইটের কিউআর কোড' }),
    shapes: [
      { path: rectangle(x, y, size, size), fill: colours.white },
      { path, fill: '#000000' },
    ],
  };
}

/** The dark stretches of a row of modules: from where, up to where. */
function runsOf(row: boolean[]): [from: number, to: number][] {
  const runs: [from: number, to: number][] = [];
  for (const [index, isDark] of row.entries()) {
    const last = runs.at(-1);
    if (isDark && last?.[1] === index) last[1] = index + 1;
    else if (isDark) runs.push([index, index + 1]);
  }
  return runs;
}
