// Completes package-lock.json with the optional platform packages that the registry at hand does not carry.
// npm leaves them out when it writes the lock file and then refuses the same file in `npm ci` ("Missing: … from lock
// file"), so every optional dependency without an entry gets a minimal one. Run by `npm run lock` after each change of
// dependencies. Plain JavaScript: it must run before anything is installed.
import { readFileSync, writeFileSync } from 'node:fs';

const lockFile = new URL('../../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(lockFile, 'utf8'));

/** What a platform package's name says about where it can be installed, e.g. "…-darwin-arm64". */
function platformOf(name) {
  const os = /\b(android|darwin|freebsd|linux|openharmony|win32|windows|wasm32)\b/.exec(name)?.[1];
  const cpu = /\b(arm64|x64|ia32|arm|riscv64|ppc64|s390x|wasm32)\b/.exec(name)?.[1];
  return {
    ...(os && { os: [os === 'windows' ? 'win32' : os] }),
    ...(cpu && { cpu: [cpu] }),
  };
}

const added = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === '') continue;
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = `${path}/node_modules/${name}`;
    const hoisted = `node_modules/${name}`;
    if (lock.packages[nested] || lock.packages[hoisted]) continue;
    lock.packages[hoisted] = { version, optional: true, ...platformOf(name) };
    added.push(name);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(lockFile, JSON.stringify(lock, null, 2) + '\n');
console.log(added.length ? `补入 ${added.length} 条：${added.join('、')}` : '锁文件完整，无须补入。');
