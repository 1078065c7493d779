import type { z } from 'zod';

const types: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组字段',
  undefined: '空缺',
  null: '空值',
};

const typeOf = (value: unknown): string => {
  if (value === null || value === undefined) return '空缺';
  if (Array.isArray(value)) return '列表';
  return types[typeof value] ?? typeof value;
};

/** What is wrong with a field, in Chinese. Messages that a schema words itself are kept. */
export function wordsOf(issue: z.core.$ZodIssue, value: unknown): string {
  const field = issue.path.filter((part) => typeof part === 'string').join('.') || '这一条';
  const isOwn = /[\u4e00-\u9fff]/.test(issue.message);
  if (isOwn) return `${field}：${issue.message}`;
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? `缺少字段 ${field}` : `${field} 应为${types[issue.expected] ?? issue.expected}，现在是${typeOf(value)}`;
    case 'unrecognized_keys':
      return `没有名为 ${issue.keys.join('、')} 的字段`;
    case 'invalid_value':
      return `${field} 只能是 ${issue.values.map(String).join('、')} 之一`;
    case 'too_small':
      return `${field} 太短或太少，至少 ${String(issue.minimum)}`;
    case 'too_big':
      return `${field} 太长或太多，至多 ${String(issue.maximum)}`;
    default:
      return `${field} 不合规格：${issue.message}`;
  }
}
