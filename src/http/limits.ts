// What one client may take, each with its reason. Tried against slow and flooding clients in test/limits.test.ts.

export const limits = {
  /** Our longest address is far shorter, and a query holds 1,000 letters of nine bytes in percent-encoding at most. */
  urlLength: 10_000,
  /** Bytes of request line and headers; browsers send under 2 KB. */
  maxHeaderSize: 16_384,
  maxHeadersCount: 100,
  /** Milliseconds for the headers: a phone on a bad line needs two seconds. */
  headersTimeout: 8_000,
  /** Milliseconds for a whole request; nothing of ours has a body. */
  requestTimeout: 10_000,
  /** How often the two above are looked at: what is slow is cut within 12 seconds. */
  connectionsCheckingInterval: 2_000,
  /** Milliseconds without a byte either way, for those who never ask or never read. */
  timeout: 12_000,
  /** Node reads all requests of a packet before it answers: 60 clients with 200 each would take 200 MB. */
  maxRequestsPerSocket: 100,
  /** More than one machine serves in any second; each takes some 20 KB. */
  maxConnections: 2_000,
} as const;
