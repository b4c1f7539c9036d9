// Safety of npm run import: it refuses dangerous files at little cost, and never overwrites or half-writes a folder.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { importCharter } from '../src/import/import-charter.ts';
import { ImportError } from '../src/import/source.ts';
import { wordFile, wordParagraph, wordTable } from './support/office-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-safety-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MB = 1024 * 1024;
const VALID = 'কল্পপুর পৌরসভা\nক্রমিক | সেবার নাম | সময়\n১ | জন্ম সনদ | ১ দিন\n২ | মৃত্যু সনদ | ২ দিন';

/** Reports the CPU time and peak memory of a program. On Linux, maxRSS includes the parent's memory; VmHWM does not. */
const METER = `data:text/javascript,${encodeURIComponent(`
  import { existsSync, readFileSync } from 'node:fs';
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const status = '/proc/self/status';
    const peak = existsSync(status) && /VmHWM:\\s+(\\d+)/.exec(readFileSync(status, 'utf8'))[1];
    const used = { seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: (peak || maxRSS) / 1024 };
    process.stderr.write('\\nUSED ' + JSON.stringify(used));
  });
`)}`;

function run(program: string, args: string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', METER, `src/commands/${program}.ts`, ...args],
    { input: input ?? '', encoding: 'utf8', timeout: 200_000, maxBuffer: 64 * MB },
  );
  const [message = '', used = '{}'] = stderr.split('\nUSED ');
  // CPU time, because the tests run in parallel.
  return {
    status,
    stdout,
    message,
    ...(JSON.parse(used) as { seconds: number; megabytes: number }),
  };
}

const bomb = zipSync({ 'word/document.xml': new Uint8Array(40 * MB) }, { level: 1 });

/** Returns the same zip with a false, small size in its directory. */
function lyingZip(): Uint8Array {
  const zip = Buffer.from(bomb);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(40 * MB);
  const small = Buffer.from([100, 0, 0, 0]);
  for (let at = zip.indexOf(size); at >= 0; at = zip.indexOf(size)) small.copy(zip, at);
  return zip;
}

const entities = `<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`;

type Refused = [what: string, name: string, content: () => Uint8Array | string, message: RegExp];

const costly: Refused[] = [
  ['a zip bomb', 'bomb.docx', () => bomb, /unreasonable size/],
  ['a zip bomb that hides its size', 'lying.docx', lyingZip, /unreasonable size/],
  [
    'entities that explode',
    'entities.docx',
    () => zipSync({ 'word/document.xml': strToU8(entities) }),
    /entities/,
  ],
  ['a file of 50 MB', 'large.txt', () => 'ক'.repeat((50 * MB) / 3), /larger than 20 MB/],
  ['HTML nested without end', 'deep.html', () => '<div>'.repeat(200_000), /nested/],
];

test.each(costly)('%s is refused in one line, at little cost', (_, name, content, message) => {
  writeFileSync(join(folder, name), content());
  const before = readdirSync(folder).length;
  const result = run('import', [join(folder, name), '--to', join(folder, 'data')]);
  expect(result.message).toMatch(message);
  expect(result.message.trim().split('\n')).toHaveLength(1);
  expect(result).toMatchObject({ status: 2, stdout: '' });
  // CPU seconds: a refusal takes some 0.3, while unpacking or expanding takes minutes.
  expect(result.seconds).toBeLessThan(5);
  expect(result.megabytes).toBeLessThan(200);
  expect(readdirSync(folder)).toHaveLength(before);
});

test.each<Refused>([
  [
    'macros',
    'macros.docm',
    () => wordFile([wordParagraph('ক')], { 'word/vbaProject.bin': strToU8('x') }),
    /macros/,
  ],
  [
    'an old Word document',
    'old.doc',
    () => Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    /save it as \.docx|No part of a charter|no text/,
  ],
  ['a PDF', 'charter.pdf', () => '%PDF-1.7', /Import the Word file/],
  ['a picture', 'charter.png', () => Buffer.from('89504e470d0a1a0a', 'hex'), /Pictures/],
  [
    'a zip of something else',
    'other.zip',
    () => zipSync({ 'a.txt': strToU8('a') }),
    /neither a Word nor an Excel/,
  ],
  [
    'a damaged document',
    'damaged.docx',
    () => wordFile([wordParagraph('ক'.repeat(5000))]).subarray(0, 300),
    /damaged|neither/,
  ],
  ['an empty file', 'empty.txt', () => '', /no text/],
  [
    'a text that is no charter',
    'letter.txt',
    () => 'প্রিয় মহোদয়,\nআশা করি ভালো আছেন।',
    /No part of a charter/,
  ],
])('%s is refused in one line, and leaves nothing', (_, name, content, message) => {
  const before = readdirSync(folder).length;
  const bytes = Buffer.from(content());
  let refusal: unknown;
  try {
    importCharter(bytes, name, join(folder, 'data'), { today: '2026-11-01' });
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(ImportError);
  expect((refusal as ImportError).message).toMatch(message);
  expect((refusal as ImportError).message).not.toContain('\n');
  expect(readdirSync(folder)).toHaveLength(before);
});

test('what is pasted becomes a folder, which is never overwritten', () => {
  const target = join(folder, 'pasted');
  const first = run('import', ['-', '--to', target], VALID);
  expect(first).toMatchObject({ status: 0, message: '' });
  expect(first.stdout).toContain('npm run dev -- ');
  expect(readFileSync(join(target, 'import-report.html'), 'utf8')).toContain(
    'placed: 10, left out for a reason: 0, without a place: 0',
  );
  expect(readdirSync(target).sort()).toEqual([
    'charter.yaml',
    'import-report.html',
    'office.yaml',
    'schema',
    'services.yaml',
  ]);

  writeFileSync(join(target, 'office.yaml'), 'department: আমার কাজ');
  const second = run('import', ['-', '--to', target], VALID);
  expect(second.status).toBe(2);
  expect(second.message).toContain('--force');
  expect(readFileSync(join(target, 'office.yaml'), 'utf8')).toContain('আমার কাজ');

  expect(run('import', ['-', '--to', target, '--force'], VALID).status).toBe(0);
  expect(readFileSync(join(target, 'office.yaml'), 'utf8')).toContain('কল্পপুর পৌরসভা');
  expect(readFileSync(join(`${target}.before`, 'office.yaml'), 'utf8')).toContain('আমার কাজ');
  expect(readdirSync(folder).filter((name) => name.includes('.partial-'))).toEqual([]);
});

test("the guide's commands work as it says", () => {
  const [, section = ''] = readFileSync('data/README.md', 'utf8').split(
    '## Word ফাইল থেকে সাইট, পাঁচ ধাপে',
  );
  const [steps = ''] = section.split('\n## ');
  expect(steps.match(/^\d\. /gm)).toHaveLength(5);
  const [, file = '', target = ''] = /npm run import -- (\S+) --to (\S+)/.exec(steps) ?? [];
  const [paragraph = '', ...lines] = VALID.split('\n');
  const rows = lines.map((line) => line.split(' | '));
  writeFileSync(join(folder, file), wordFile([wordParagraph(paragraph), wordTable(rows)]));
  expect(run('import', [join(folder, file), '--to', join(folder, target)]).status).toBe(0);
  expect(readFileSync(join(folder, target, 'import-report.html'), 'utf8')).toContain(
    'দলিলটি যেমন ছিল',
  );
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const [, script = ''] of steps.matchAll(/npm run (\w+)/g))
    expect(scripts).toHaveProperty(script);
});

test('wrong arguments and missing files are reported in one line', () => {
  for (const args of [['a', 'b', 'c'], ['--what'], [join(folder, 'nowhere.docx')]]) {
    const { status, message } = run('import', args);
    expect(status).toBe(2);
    expect(message.trim().split('\n')).toHaveLength(1);
  }
});

test('npm run new writes a valid folder once, and its examples are valid too', () => {
  const target = join(folder, 'fresh');
  expect(run('new', [target]).status).toBe(0);
  expect(run('new', [target])).toMatchObject({ status: 2 });
  const check = () =>
    spawnSync(process.execPath, ['src/commands/check.ts', '--json'], {
      env: { ...process.env, DATA_DIR: target },
      encoding: 'utf8',
    });
  const rules = () => (JSON.parse(check().stdout) as { rule: string }[]).map(({ rule }) => rule);
  expect(new Set(rules())).toEqual(new Set(['placeholder']));
  for (const file of readdirSync(target).filter((name) => name.endsWith('.yaml'))) {
    const text = readFileSync(join(target, file), 'utf8');
    const lines = text
      .split('\n')
      .map((line) => line.replace(/^(\s*)# (?=(?!yaml-)[a-z_-]+:| {2})/, '$1'));
    expect(lines.join('\n')).not.toBe(text);
    writeFileSync(join(target, file), lines.join('\n'));
  }
  const found: { severity: string; bn: unknown }[] = JSON.parse(check().stdout);
  expect(found.filter(({ severity }) => severity === 'problem')).toEqual([]);
});
