// Loaded before every program of ours. Plain JavaScript, so that an old Node can run it and say what is needed.

const [major, minor] = process.versions.node.split('.').map(Number);

// src/site/print/pdf-worker.ts needs import.meta.main, which TypeScript files have from 24.3 on. The same is in package.json.
if (major < 24 || (major === 24 && minor < 3)) {
  process.stderr.write(
    `Node 24.3 বা নতুন লাগে; এখানে আছে ${process.versions.node}। / This program needs Node 24.3 or newer; this is Node ${process.versions.node}.\n`,
  );
  process.exit(1);
}
