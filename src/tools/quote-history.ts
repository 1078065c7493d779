import { execFileSync } from 'node:child_process';
import { parse } from 'yaml';
import { fingerprint, vouchedOf, type Vouched } from '../lint/fingerprint.ts';

/** How many earlier versions of a file are looked through; a check is seldom that old. */
const most = 200;

const git = (root: string, args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64 * 1024 * 1024 });

function entryIn(yaml: string, id: string): Vouched | undefined {
  try {
    const entry = (parse(yaml) as ({ id?: unknown } & Parameters<typeof vouchedOf>[0])[]).find((item) => item?.id === id);
    return entry && vouchedOf(entry);
  } catch {
    return undefined;
  }
}

/**
 * The wording of a quotation as it was last checked, from the project's version history: the entry keeps only its
 * fingerprint. Undefined where there is no history, or the checked wording was never committed.
 */
export function checkedWording(root: string, file: string, id: string, print: string): Vouched | undefined {
  try {
    const commits = git(root, ['log', `--max-count=${most}`, '--format=%H', '--', file]).split('\n').filter(Boolean);
    for (const commit of commits) {
      const entry = entryIn(git(root, ['show', `${commit}:./${file}`]), id);
      if (entry && fingerprint(entry) === print) return entry;
    }
  } catch {
    // No git, or a copy without history: the new wording is shown alone.
  }
  return undefined;
}
