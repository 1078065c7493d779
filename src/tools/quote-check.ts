import { writeFileSync } from 'node:fs';
import { entriesOf, readCorpus, type PlacedEntry } from '../lint/corpus.ts';
import { fingerprint, vouchedOf, type CheckedQuote, type Vouched } from '../lint/fingerprint.ts';
import { nearest } from '../lint/nearest.ts';
import { difference, type Segment } from '../text/difference.ts';
import { withChecked, type Renewal } from './checked-field.ts';
import { checkedWording } from './quote-history.ts';

const help = `用法：npm run check-quotes -- 编号 [编号……]
      npm run check-quotes -- --all-new

引文的文字、等级或出处改过以后，先对照出处核实，再用这条命令登记核对：
它并列上次核对时的文字和现在的文字，标出差别，然后更新 content/quotes/ 里
这几条的 checked 一栏（核对日期和文字的指纹）。别的内容一个字也不动。

选项：
  --all-new  登记所有还没有核对记录的引文
  --help     显示这段说明

登记核对，就是担保现在的文字同所列出处一字不差。没有对照过的，不要登记。`;

const today = (): string => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};

/** 历历在［加：目］［去：心］: the change on one line. */
function changesOf(segments: readonly Segment[]): string {
  return segments.map(({ kind, text }) => (kind === 'same' ? text : kind === 'missing' ? `［加：${text}］` : `［去：${text}］`)).join('');
}

const list = (words: string[]): string => words.join('、') || '没有';

/** What changed since the last check, for the eyes of whoever vouches for it. */
function report(entry: PlacedEntry<CheckedQuote>, now: Vouched, before: Vouched | undefined): string {
  const place = `${entry.file.file}:${entry.file.data.at([entry.index]).line}`;
  const old = entry.value.checked?.print;
  const lines = [`${entry.value.id}（${place}）`];
  if (!old) lines.push('  没有核对过', `  现在：${now.text}`);
  else if (old === fingerprint(now)) lines.push('  文字、等级、出处同上次核对时一样，只更新日期', `  现在：${now.text}`);
  else if (!before) lines.push(`  上次核对（${entry.value.checked?.on}）时的文字在版本历史里没有找到`, `  现在：${now.text}`);
  else {
    lines.push(`  原来：${before.text}`, `  现在：${now.text}`);
    if (before.text !== now.text) lines.push(`  差别：${changesOf(difference(before.text, now.text))}`);
    if (before.verified !== now.verified) lines.push(`  等级：${before.verified} → ${now.verified}`);
    const added = now.sources.filter((source) => !before.sources.includes(source));
    const dropped = before.sources.filter((source) => !now.sources.includes(source));
    if (added.length + dropped.length > 0) lines.push(`  出处：加上${list(added)}，去掉${list(dropped)}`);
  }
  lines.push(`  出处：${now.sources.join('、')}`);
  return lines.join('\n');
}

function renew(root: string, entries: PlacedEntry<CheckedQuote>[]): number {
  const on = today();
  const files = new Map<PlacedEntry<CheckedQuote>['file'], Renewal[]>();
  for (const entry of entries) {
    const now = vouchedOf(entry.value);
    if (!now) {
      console.error(`${entry.value.id} 的字段不全，先运行 npm run lint 改好。`);
      return 1;
    }
    const before = entry.value.checked && checkedWording(root, entry.file.file, entry.value.id, entry.value.checked.print);
    console.log(`${report(entry, now, before)}\n`);
    files.set(entry.file, [...(files.get(entry.file) ?? []), { id: entry.value.id, on, print: fingerprint(now) }]);
  }
  for (const [file, renewals] of files) writeFileSync(`${root}/${file.file}`, withChecked(file.raw, renewals));
  console.log(`登记了 ${entries.length} 条引文的核对，日期 ${on}。`);
  return 0;
}

/** Runs the command with its arguments; returns the exit code. */
export function checkQuotes(root: string, args: string[]): number {
  const options = args.filter((arg) => arg.startsWith('-'));
  const ids = args.filter((arg) => !arg.startsWith('-'));
  const unknown = options.find((option) => !['--all-new', '--help', '-h'].includes(option));
  if (unknown) {
    console.error(`没有“${unknown}”这个选项。可用的选项：--all-new、--help`);
    return 2;
  }
  if (options.includes('--help') || options.includes('-h') || (ids.length === 0 && options.length === 0)) {
    console.log(help);
    return options.length > 0 ? 0 : 2;
  }
  const all = entriesOf<CheckedQuote>(readCorpus(root), 'quotes');
  const known = new Map(all.map((entry) => [entry.value.id, entry]));
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length > 0) {
    for (const id of missing) {
      const near = nearest(id, known.keys());
      console.error(`论述里没有编号“${id}”。${near ? `是不是“${near}”？` : ''}`);
    }
    console.error('一条也没有登记。');
    return 1;
  }
  const chosen = all.filter((entry) => ids.includes(entry.value.id) || (options.includes('--all-new') && !entry.value.checked));
  if (chosen.length === 0) {
    console.log('每条引文都有核对记录，没有要登记的。');
    return 0;
  }
  return renew(root, chosen);
}

