// The header policy: one constant set for every response of every status.

import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Security headers (OWASP Secure Headers; Mozilla Observatory). No script, frame, plug-in or foreign host is needed
 * for anything, so none is allowed; the inlined stylesheet is allowed by its hash.
 * @param styleSource CSP source of the stylesheet: 'sha256-…'
 * @param https whether the public address is https; over plain HTTP, HSTS is ignored and upgrading breaks the pages
 */
export function securityHeaders(styleSource: string, https: boolean): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: [styleSource],
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
    }),
    (_request, response, next) => {
      response.set(
        'Permissions-Policy',
        'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
      );
      next();
    },
  ];
}
