// The two digit scripts of Bangladesh: ০-৯ for reading, 0-9 for machines.

const BENGALI_ZERO = 0x09e6;

/** Any text with its ASCII digits written as Bengali ones; everything else unchanged. */
export function toBengaliDigits(text: string | number): string {
  return String(text).replace(/[0-9]/g, (digit) =>
    String.fromCodePoint(BENGALI_ZERO + Number(digit)),
  );
}

/** Any text with its Bengali digits written as ASCII ones; everything else unchanged. */
export function toAsciiDigits(text: string): string {
  return text.replace(/[০-৯]/g, (digit) => String((digit.codePointAt(0) ?? 0) - BENGALI_ZERO));
}

/** A serial number as charters print it: two Bengali digits at least (০৪, ১২, ১০৩). */
export function toSerial(number: number): string {
  return toBengaliDigits(String(number).padStart(2, '0'));
}

/** A number as it is written in Bengali, with the lakh's grouping: ১,০০,০০০. */
export function toBengaliNumber(number: number): string {
  return number.toLocaleString('bn-BD');
}
