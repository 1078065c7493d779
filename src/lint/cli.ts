import { checkContent } from './check.ts';
import { format } from './problem.ts';

const problems = checkContent(process.cwd());
const errors = problems.filter((problem) => problem.level === '错误').length;
for (const problem of problems) console.error(format(problem));
if (errors > 0) console.error(`\n共 ${errors} 处错误，改好后再构建。`);
else console.log(`内容检查通过${problems.length > 0 ? `，有 ${problems.length} 处提醒` : ''}。`);
process.exitCode = errors > 0 ? 1 : 0;
