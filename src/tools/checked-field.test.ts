import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { withChecked } from './checked-field.ts';

const renewal = { id: 'b', on: '2026-11-25', print: '12345678' };
const file = `# 说明
- id: a
  text: 甲
- id: b   # 注
  text: "乙"
  sources:
    - s1
    - s2 # 尾注

# 下一组
- id: c
  text: 丙
`;

describe('the checked field', () => {
  it('is added behind the last field and changes nothing else', () => {
    const after = withChecked(file, [renewal]);
    expect(after).toBe(file.replace('    - s2 # 尾注\n', "    - s2 # 尾注\n  checked: {on: 2026-11-25, print: '12345678'}\n"));
    expect((parse(after) as { checked?: unknown }[])[1]?.checked).toEqual({ on: '2026-11-25', print: '12345678' });
  });

  it('is replaced where it stands', () => {
    const before = withChecked(file, [renewal]);
    expect(withChecked(before, [{ ...renewal, on: '2027-01-02', print: '1e234567' }])).toBe(before.replace("{on: 2026-11-25, print: '12345678'}", "{on: 2027-01-02, print: '1e234567'}"));
    const block = file.replace('  text: 丙', "  checked:\n    on: 2026-01-01\n    print: 'aaaaaaaa'\n  text: 丙");
    expect((parse(withChecked(block, [{ ...renewal, id: 'c' }])) as { checked?: unknown; text?: string }[])[2]).toEqual({ id: 'c', text: '丙', checked: { on: '2026-11-25', print: '12345678' } });
  });

  it('is written for the last entry of a file without a final line break, and with the line ends of the file', () => {
    expect(withChecked('- id: b\n  text: 乙', [renewal])).toBe("- id: b\n  text: 乙\n  checked: {on: 2026-11-25, print: '12345678'}");
    expect(withChecked('- id: b\r\n  text: 乙\r\n', [renewal])).toBe("- id: b\r\n  text: 乙\r\n  checked: {on: 2026-11-25, print: '12345678'}\r\n");
  });

  it('is refused for an entry that is not there', () => expect(() => withChecked(file, [{ ...renewal, id: 'x' }])).toThrow('文件里没有编号“x”'));
});
