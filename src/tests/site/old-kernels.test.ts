import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const files = readdirSync('dist/assets').filter((file) => file.endsWith('.js'));

/** Syntax that came after Chrome 69 and must have been turned into older one. Dynamic import and import.meta are older. */
function newerSyntax(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const walk = (node: ts.Node) => {
    if (ts.isPropertyDeclaration(node) || ts.isClassStaticBlockDeclaration(node)) found.push('class field');
    if (ts.isPrivateIdentifier(node)) found.push('private name');
    if (node.kind === ts.SyntaxKind.QuestionDotToken) found.push('?.');
    if (node.kind === ts.SyntaxKind.BigIntLiteral) found.push('BigInt');
    if (ts.isBinaryExpression(node) && [ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.QuestionQuestionEqualsToken, ts.SyntaxKind.BarBarEqualsToken].includes(node.operatorToken.kind)) found.push('??');
    if (ts.isNumericLiteral(node) && node.getText(source).includes('_')) found.push('1_000');
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

/** What the search scripts call must be in Chrome 69 as well; nothing is filled in. */
const newerCalls = /\.(?:matchAll|replaceAll|at|findLast|findLastIndex|toSorted|toReversed|replaceChildren|allSettled|fromEntries|randomUUID)\(|\b(?:globalThis|structuredClone|queueMicrotask|WeakRef|Intl\.Segmenter|DecompressionStream)\b/g;

describe('scripts for kernels from Chrome 69', () => {
  it('have no newer syntax', () => {
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) expect(newerSyntax(ts.createSourceFile(file, readFileSync(`dist/assets/${file}`, 'utf8'), ts.ScriptTarget.Latest, false, ts.ScriptKind.JS)), file).toEqual([]);
  });

  it('call nothing newer, where they search', () => {
    const searching = readdirSync('src/features/search', { recursive: true, encoding: 'utf8' })
      .map((file) => file.split('\\').join('/'))
      // What runs at build may be new.
      .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|^build\/|^reading-text|^index\/write|^index\/varint/.test(file));
    expect(searching.length).toBeGreaterThan(25);
    for (const file of searching) expect(readFileSync(`src/features/search/${file}`, 'utf8').match(newerCalls), file).toBeNull();
  });
});
