// Dates as Bangladeshi offices write them.

const parts = new Intl.DateTimeFormat('bn-BD', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * An ISO 8601 date ("2026-01-01") in Bengali words: "১ জানুয়ারি ২০২৬".
 * CLDR's long form puts a comma before the year; offices do not.
 */
export function toBengaliDate(isoDate: string): string {
  return parts
    .formatToParts(new Date(`${isoDate}T00:00:00Z`))
    .filter((part) => part.type !== 'literal')
    .map((part) => part.value)
    .join(' ');
}
