import { checkQuotes } from './quote-check.ts';

process.exitCode = checkQuotes(process.cwd(), process.argv.slice(2));
