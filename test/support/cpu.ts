// The cost of work in CPU time, which, unlike the time on the clock, does not depend on what else the machine does.

/** Returns the CPU time of a function in milliseconds. */
export function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
