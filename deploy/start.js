// The entry of the commands, in plain JavaScript, so that an old Node can run it and say what is needed.

// First of all, because a signal without a listener ends the process without a word.
const waiting = [];
let act = (signal) => waiting.push(signal);
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, (signal) => act(signal));

const hint = 'deploy/README.md এর ২ নম্বর কমান্ড দিন। / Run command 2 of deploy/README.md.\n';
const advise = () => process.stderr.write(hint);
process.once('exit', advise);
await import('../src/commands/node-version.js');
process.off('exit', advise);
const { main } = await import('./main.ts');
const status = await main(process.argv.slice(2), (handler) => {
  act = handler;
  for (const signal of waiting) act(signal);
});
// At once: while Node winds down by itself, it no longer listens, and a further Ctrl + C would decide the status.
process.exit(status);
