// Limits per client, with their reasons. Tested at their edges in test/connections.test.ts, and with slow and flooding
// clients in test/limits.test.ts.

export const limits = {
  /** Paths are far shorter; a query has at most 1,000 letters, each nine bytes when percent-encoded. */
  urlLength: 10_000,
  /** Bytes of request line and headers; browsers send under 2 KB. */
  maxHeaderSize: 16_384,
  maxHeadersCount: 100,
  /** Milliseconds for the headers: a phone on a slow line needs two seconds. */
  headersTimeout: 8_000,
  /** Milliseconds for a whole request; none has a body. */
  requestTimeout: 10_000,
  /** The milliseconds between checks of the two above: slow clients are cut off within 12 seconds. */
  connectionsCheckingInterval: 2_000,
  /** Milliseconds without a byte in either direction, for clients that never send or never read. */
  timeout: 12_000,
  /** Milliseconds to wait for a sheet that is still being made; less than the timeout above. */
  sheetWait: 10_000,
  /** Seconds after which to ask for it again. */
  sheetRetry: 30,
  /**
   * Requests of one connection that may wait for those before them. Node parses all requests of a packet, up to 2,500,
   * before it sends an answer. Browsers and nginx never let any wait.
   */
  waitingPerConnection: 100,
  /** Connections that may have waiting requests at once. Each such request takes 10 KB, and a search 40 KB. */
  connectionsWithWaiting: 20,
  /** More than one machine can serve at once; each takes about 20 KB. */
  maxConnections: 2_000,
} as const;
