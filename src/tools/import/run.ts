import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { problemsIn } from '../../lint/check.ts';
import { readCorpus, readText, type Corpus } from '../../lint/corpus.ts';
import { collections, idPattern, textCollections, type TextCollection } from '../../model/ids.ts';
import { CommandError } from '../command.ts';
import { contextOf, kindOf, type TemplateContext } from '../new/context.ts';
import { convert, type Conversion } from './convert.ts';
import { endingOf } from './from-docx.ts';
import { frontMatter } from './front.ts';
import { libraryOf } from './library.ts';
import { readInput } from './read.ts';
import { sayImport, type Written } from './say.ts';
import type { FoundImage } from './tree.ts';

export interface ImportOptions {
  kind?: string | undefined;
  out?: string | undefined;
  slug?: string | undefined;
  whole?: boolean;
  keep?: boolean;
  print?: boolean;
  now?: Date | undefined;
}

const textKind = (word: string): TextCollection => {
  const kind = kindOf(word);
  if ((textCollections as readonly string[]).includes(kind)) return kind as TextCollection;
  throw new CommandError(`导入的稿件只能是${textCollections.map((name) => collections[name]).join('、')}之一，不能是“${collections[kind]}”。`);
};

/** The kind a folder of content/ stands for, e.g. content/cases. */
const kindOfFolder = (folder: string): TextCollection | undefined => textCollections.find((name) => folder.split(sep).slice(-2).join('/') === `content/${name}`);

/** An address for a text: what the author says, the name of the file where that is ASCII, else the date. */
function slugOf(input: string, { slug, now = new Date() }: ImportOptions): string {
  if (slug !== undefined && (!idPattern.test(slug) || slug.length > 50)) throw new CommandError(`“${slug}”不能作文件名：只用小写字母、数字和连字符，不超过50个字符。`);
  const own = basename(input, extname(input)).toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 50).replace(/-+$/, '');
  const isOwn = /^[\x20-\x7e]*$/.test(basename(input)) && idPattern.test(own);
  return slug ?? (isOwn ? own : `draft-${now.getFullYear()}${String(now.getMonth() + 1).padStart(2, '0')}${String(now.getDate()).padStart(2, '0')}`);
}

/** The first of name, name-2, name-3 … that no file has. */
function freeName(isTaken: (name: string) => boolean, name: string): string {
  for (let at = 1; ; at += 1) {
    const candidate = at === 1 ? name : `${name}-${at}`;
    if (!isTaken(candidate)) return candidate;
  }
}

/** The bytes of an image: from the document, or from a file beside a saved page. */
function bytesOf(image: FoundImage, input: string): Uint8Array | undefined {
  if (image.bytes) return image.bytes;
  if (!image.name || /^[a-z]+:/i.test(image.name)) return undefined;
  const path = join(dirname(input), decodeURI(image.name.split(/[?#]/)[0] ?? ''));
  return existsSync(path) && extname(path) ? readFileSync(path) : undefined;
}

/** Rules that speak of the draft as a draft: what is to be filled in, and that its address is new. */
const ofDrafts = new Set(['unfilled', 'addresses', 'file-name']);

/** What the content check will say of a draft once it is filled in. */
const problemsOfDraft = (corpus: Corpus, kind: TextCollection, file: string, raw: string) =>
  problemsIn({ ...corpus, texts: [readText(kind, file, raw)], files: [] }).filter((problem) => problem.file === file && !ofDrafts.has(problem.rule));

/** What the files of one command share. */
interface Run {
  root: string;
  corpus: Corpus;
  kind: TextCollection;
  library: ReturnType<typeof libraryOf>;
  context: TemplateContext;
  options: ImportOptions;
  say: (words: string) => void;
}

async function importOne(input: string, { root, corpus, kind, library, context, options, say }: Run): Promise<void> {
  const { imported, how } = await readInput(input);
  const out = resolve(root, options.out ?? dirname(input));
  const slug = slugOf(input, options);
  // The site takes no images, so they stay beside the input when the text goes into content/.
  const pictures = kindOfFolder(out) ? dirname(resolve(root, input)) : out;
  const print = options.print ?? false;
  const taken = new Set<string>();
  const imageFiles = imported.images.map((image, at): string | undefined => {
    if (!bytesOf(image, input)) return undefined;
    const ending = image.type ? endingOf(image.type) : extname(image.name.split(/[?#]/)[0] ?? '').slice(1);
    const name = freeName((candidate) => taken.has(candidate) || existsSync(join(pictures, `${candidate}.${ending}`)), `${slug}-image-${at + 1}`);
    taken.add(name);
    return `${name}.${ending}`;
  });
  const conversion: Conversion = convert(imported, library, { whole: options.whole ?? false, keep: options.keep ?? false, nameOf: (image) => imageFiles[image - 1] ?? (imported.images[image - 1]?.name.slice(-60) || '没有取到') });
  const written = conversion.parts.map((part, at): Written => {
    const wanted = conversion.parts.length > 1 ? `${slug}-${at + 1}` : slug;
    const name = freeName((candidate) => taken.has(`${candidate}.mdx`) || existsSync(join(out, `${candidate}.mdx`)), wanted);
    taken.add(`${name}.mdx`);
    const front = frontMatter(kind, { ...context, id: name, order: context.order + at }, { title: part.title, byline: part.byline, input: basename(input) });
    const raw = `${front}\n${part.body}`;
    const path = join(out, `${name}.mdx`);
    const shown = relative(root, path).startsWith('..') ? path : relative(root, path).split(sep).join('/');
    if (!print) {
      mkdirSync(out, { recursive: true });
      writeFileSync(path, raw, { flag: 'wx' });
    }
    return { part, file: shown, raw, bodyOffset: front.length + 1, found: problemsOfDraft(corpus, kind, shown, raw) };
  });
  const saved = imported.images.flatMap((image, at) => {
    const [bytes, name] = [bytesOf(image, input), imageFiles[at]];
    if (!bytes || !name) return [];
    if (!print) writeFileSync(join(pictures, name), bytes, { flag: 'wx' });
    return [join(relative(root, pictures).startsWith('..') ? pictures : relative(root, pictures), name)];
  });
  if (print) written.forEach(({ raw }) => say(raw));
  say(sayImport(input, how, conversion, written, saved, print));
}

/** Imports the files that the author names. Returns the exit code; one bad file does not keep the others back. */
export async function runImport(root: string, inputs: readonly string[], options: ImportOptions, say: (words: string) => void): Promise<number> {
  const out = options.out === undefined ? undefined : resolve(root, options.out);
  const folderKind = out ? kindOfFolder(out) : undefined;
  const kind = options.kind === undefined ? (folderKind ?? 'essays') : textKind(options.kind);
  if (folderKind && folderKind !== kind) throw new CommandError(`--out 是${collections[folderKind]}的文件夹，--kind 写的是${collections[kind]}，请改成一致。`);
  if (out && !folderKind && (out + sep).startsWith(join(root, 'content') + sep)) throw new CommandError(`content/ 里只能写进 ${textCollections.map((name) => `content/${name}`).join('、')}。`);
  const corpus = readCorpus(root);
  const shared: Run = { root, corpus, kind, library: libraryOf(corpus), context: contextOf(corpus, kind, '', options.now), options, say };
  let failed = 0;
  for (const input of inputs)
    try {
      await importOne(input, shared);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      failed += 1;
      say(`${input}：${error.message}`);
    }
  return failed > 0 ? 1 : 0;
}
