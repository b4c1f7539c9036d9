// The report of what readers will see change, which the staff get when they publish.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { dataFolder, withDataCopy } from './support/data.ts';
import { run } from './support/process.ts';

const command = fileURLToPath(new URL('../src/commands/changes.ts', import.meta.url));

test('the report shows texts as readers see them, each once, under the first page that has it', async () => {
  await withDataCopy(async (folder) => {
    const file = join(folder, 'services.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('fee: বিনামূল্যে', `fee: '১ > ০ & "২" <b>'`));
    const { status, stdout } = await run(process.execPath, [command, dataFolder, folder]).ended;
    expect(status).toBe(0);
    const [version, ...lines] = stdout.trimEnd().split('\n');
    expect(version).toMatch(/^[\w-]{12}$/);
    expect(lines).toMatchInlineSnapshot(`
      [
        "বদলাবে: ই-ফাইলিং কার্যক্রম বাস্তবায়ন করা (/services/e-filing), সিটিজেন চার্টার (/), প্রতিশ্রুত সেবাসমূহ (/services)",
        "ই-ফাইলিং কার্যক্রম বাস্তবায়ন করা (/services/e-filing):",
        "  − কত টাকা লাগে সেবা মূল্য এবং পরিশোধ পদ্ধতি (যদি থাকে): বিনামূল্যে",
        "  + কত টাকা লাগে সেবা মূল্য এবং পরিশোধ পদ্ধতি (যদি থাকে): ১ > ০ & "২" <b>",
        "সিটিজেন চার্টার (/):",
        "  − সেবা মূল্য: বিনামূল্যে",
        "  − সর্বোচ্চ সময়: চাহিদা মোতাবেক",
        "  − সর্বোচ্চ সময়: ব্যক্তিগত উপস্থিতির মাধ্যমে যোগাযোগ",
        "  + সেবা মূল্য: ৬টি বিনামূল্যে",
        "  + সর্বোচ্চ সময়: চাহিদা মোতাবেক সেবা মূল্য: ১ > ০ & "২" <b>",
        "  + সর্বোচ্চ সময়: ব্যক্তিগত উপস্থিতির মাধ্যমে যোগাযোগ সেবা মূল্য: বিনামূল্যে",
        "প্রতিশ্রুত সেবাসমূহ (/services):",
        "  + সেবা মূল্য: ১ > ০ & "২" <b>",
      ]
    `);
  });
});
