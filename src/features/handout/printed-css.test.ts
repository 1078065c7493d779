import { expect, it } from 'vitest';
import { printedCss } from './printed-css.ts';

it('makes of a style sheet what holds on paper', () => {
  const css = `/* { */ @page{size:A4;@bottom-center{content:"}"}} p{margin:0} @media print{p{color:#000} @media (max-width:9em){p{color:red}}} @media (max-width: 40rem){p{margin:1em}} @media (prefers-color-scheme:dark){p{color:#fff}} @supports (color:red){p{top:0}} q::before{content:'}{'}`;
  expect(printedCss(css).replace(/\s+/g, '')).toBe(`p{margin:0}p{color:#000}@supports(color:red){p{top:0}}q::before{content:'}{'}`);
});
