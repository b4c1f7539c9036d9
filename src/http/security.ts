// The security headers: the same set for every response, whatever its status.

import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/** Alternating header names and values, as writeHead accepts them. */
export type FlatHeaders = string[];

/**
 * Returns the security headers (OWASP Secure Headers; Mozilla Observatory), computed by helmet once. The site needs no
 * scripts, frames, plug-ins or third-party hosts, so none are allowed; the inlined stylesheets are allowed by hash.
 * @param styleSources CSP sources of the stylesheets: 'sha256-…'
 * @param https whether the public URL is https; over HTTP, HSTS is ignored and upgrade-insecure-requests breaks pages
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

/** Returns the same headers for a resource that pages of other sites may read. */
export function forAnySite(security: FlatHeaders): FlatHeaders {
  const at = security.indexOf('Cross-Origin-Resource-Policy') + 1;
  return [...security.with(at, 'cross-origin'), 'Access-Control-Allow-Origin', '*'];
}
