/** Letters of the groups of one filter, and how many options a group may have beside "all". */
export const filterGroups = ['a', 'b', 'c'] as const;
export const filterOptions = 16;

/**
 * The rules that make a filter work without a script: a checked radio button hides what lacks its class, and marks its
 * label. Written by rule, because a style sheet has no loop and a browser of 2018 no :has().
 */
export function filterRules(groups: readonly string[] = filterGroups, options = filterOptions): string {
  const of = (from: number, selector: (option: string) => string) =>
    groups.flatMap((group) => Array.from({ length: options + 1 - from }, (_, at) => selector(`${group}${from + at}`))).join(',\n');
  const label = (option: string) => `.choices label[for='f-${option}']`;
  return [
    `${of(1, (option) => `#f-${option}:checked ~ .items > li:not(.${option})`)} {\n  display: none;\n}`,
    `${of(0, (option) => `#f-${option}:checked ~ ${label(option)}`)} {\n  color: var(--red);\n  font-weight: 600;\n  box-shadow: inset 0 -2px 0 var(--red);\n  outline: 2px solid transparent;\n}`,
    `${of(0, (option) => `#f-${option}:focus ~ ${label(option)}`)} {\n  outline: 3px solid var(--red);\n}`,
    // Where the system sets the colours the shadow goes and the outline shows. A kernel without :focus-visible drops this and shows the ring after a click as well.
    `input:focus:not(:focus-visible) ~ .choices label {\n  outline-color: transparent !important;\n}`,
    // On paper only what was chosen, with the name of its group.
    `@media print {\n${of(1, (option) => `#f-${option}:checked ~ ${label(option)}`)} {\n  display: inline;\n  box-shadow: none;\n}\n}`,
  ].join('\n');
}
