// The entry of the commands, in plain JavaScript, so that an old Node can run it and say what is needed.

const hint = 'deploy/README.md এর ২ নম্বর কমান্ড দিন। / Run command 2 of deploy/README.md.\n';
const advise = () => process.stderr.write(hint);
process.once('exit', advise);
await import('../src/commands/node-version.js');
process.off('exit', advise);
await import('./main.ts');
