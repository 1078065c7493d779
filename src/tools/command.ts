/** A mistake of the author at the command line: said in Chinese without a stack. */
export class CommandError extends Error {}

/** What the author typed after `npm run … --`. */
export interface Arguments {
  words: string[];
  flag: (name: string) => boolean;
  value: (name: string) => string | undefined;
}

/** Options of a command: `flag` stands alone, `value` is followed by something. */
export type Options = Record<string, 'flag' | 'value'>;

/** Reads the arguments of a command, `--name value` or `--name=value`. An unknown option names those there are. */
export function readArguments(args: readonly string[], options: Options): Arguments {
  const all: Options = { ...options, help: 'flag' };
  const words: string[] = [];
  const given = new Map<string, string>();
  for (let at = 0; at < args.length; at += 1) {
    const [, option, glued] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(args[at] === '-h' ? '--help' : (args[at] ?? '')) ?? [];
    if (option === undefined) {
      words.push(args[at] ?? '');
      continue;
    }
    const known = Object.entries(all).map(([name, kind]) => (kind === 'flag' ? `--${name}` : `--${name} …`)).join('、');
    if (!(option in all)) throw new CommandError(`没有“--${option}”这个选项。可用的选项：${known}`);
    const value = all[option] === 'flag' ? '' : (glued ?? args[(at += 1)]);
    if (value === undefined) throw new CommandError(`“--${option}”后面少了内容。`);
    given.set(option, value);
  }
  return { words, flag: (name) => given.has(name), value: (name) => given.get(name) };
}

/** Runs a command of the author's: help on request or when nothing was typed, one plain sentence when it goes wrong. */
export async function runCommand(help: string, options: Options, needsWords: boolean, run: (given: Arguments) => Promise<number> | number): Promise<void> {
  try {
    const given = readArguments(process.argv.slice(2), options);
    const isAsked = given.flag('help');
    if (isAsked || (needsWords && given.words.length === 0)) {
      console.log(help);
      process.exitCode = isAsked ? 0 : 1;
      return;
    }
    process.exitCode = await run(given);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
