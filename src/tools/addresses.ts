import { CommandError, runCommand } from './command.ts';
import { checkLedger, record } from './ledger.ts';
import { presentVersions, recordVersions } from './version-ledger.ts';
import { buildSite } from './site-build.ts';

const help = `npm run addresses
  重建网站，把新的地址和引文编号记入 content/addresses.yaml，
  把各篇的新版本记入 content/versions.yaml。只增不删。
  发布过而现在没有了的地址会列出来，要在 redirects 里写明转到哪里。`;

await runCommand(help, {}, false, async ({ words }) => {
  if (words.length > 0) throw new CommandError(`这条命令后面不写别的：“${words.join(' ')}”。`);
  if (!(await buildSite())) return 1;
  const found = checkLedger(process.cwd(), 'dist');
  const added = record(process.cwd(), found, new Date().toLocaleDateString('sv-SE'));
  const texts = recordVersions(process.cwd(), presentVersions('dist'));
  if (texts > 0) console.log(`记入 content/versions.yaml ${texts} 个版本。`);
  for (const entry of [...found.addresses, ...found.quotes]) console.log(`  ${entry}`);
  console.log(added > 0 ? `记入 content/addresses.yaml ${added} 条。` : '没有新的地址，content/addresses.yaml 未改。');
  return 0;
});
