// Finds the page in a web archive (.mhtml), a MIME message of several parts (RFC 2557).

/** Reports whether a text is a web archive. */
export function isMhtml(text: string): boolean {
  return (
    /^(?:from|mime-version|content-type|subject|date|snapshot-content-location):/i.test(
      text.trimStart(),
    ) && /^content-type:\s*multipart\/related/im.test(text.slice(0, 5000))
  );
}

/** Returns the first part in HTML, decoded; undefined if there is none. @param text the archive, a letter a byte */
export function htmlOfMhtml(text: string): string | undefined {
  const boundary = /boundary="?([^";\r\n]+)/i.exec(text)?.[1];
  if (boundary === undefined) return undefined;
  for (const part of text.split(`--${boundary}`)) {
    const [head = '', ...body] = part.replace(/^\r?\n/, '').split(/\r?\n\r?\n/);
    if (!/^content-type:\s*text\/html/im.test(head)) continue;
    const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(head)?.[1]?.toLowerCase();
    const content = body.join('\n\n');
    const bytes =
      encoding === 'base64'
        ? Buffer.from(content, 'base64')
        : Buffer.from(encoding === 'quoted-printable' ? unquoted(content) : content, 'latin1');
    return bytes.toString('utf8');
  }
  return undefined;
}

/** Decodes quoted-printable text (RFC 2045 §6.7). */
const unquoted = (text: string) =>
  text
    .replace(/=\r?\n/g, '')
    .replace(/=([\da-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
