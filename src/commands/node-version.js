// Loaded before every program of ours. Plain JavaScript, so that an old Node can run it and say what is needed.

const [major, minor] = process.versions.node.split('.').map(Number);

// import.meta.main, which src/site/print/press.ts needs, came with 24.2. The same is in package.json.
if (major < 24 || (major === 24 && minor < 2)) {
  process.stderr.write(
    `This program needs Node 24.2 or newer; this is Node ${process.versions.node}.\n`,
  );
  process.exit(1);
}
