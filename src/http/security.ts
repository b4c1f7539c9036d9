// The header policy: one constant set for every response of every status.

import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/** Header names and values by turns, as writeHead takes them. */
export type FlatHeaders = string[];

/**
 * Security headers (OWASP Secure Headers; Mozilla Observatory), asked of helmet once. No script, frame, plug-in or
 * foreign host is needed for anything, so none is allowed; the inlined stylesheets are allowed by their hashes.
 * @param styleSources CSP sources of the stylesheets: 'sha256-…'
 * @param https whether the public address is https; over plain HTTP, HSTS is ignored and upgrading breaks the pages
 */
export function securityHeaders(styleSources: string[], https: boolean): FlatHeaders {
  const headers: FlatHeaders = [
    'Permissions-Policy',
    'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  ];
  const recorder = {
    setHeader: (name: string, value: string) => headers.push(name, value),
    removeHeader: () => {},
  };
  const addHeaders = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: styleSources,
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    crossOriginEmbedderPolicy: true,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: https && { maxAge: 63_072_000, includeSubDomains: true },
    xFrameOptions: { action: 'deny' },
  });
  addHeaders({} as IncomingMessage, recorder as unknown as ServerResponse, () => {});
  return headers;
}
