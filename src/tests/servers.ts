import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A real web server with the project's own configuration. */
export interface RealServer {
  url: string;
  stop: () => Promise<void>;
}

/** Whether a program is there; where it is not, its tests are left out with one line. */
export function hasProgram(name: string): boolean {
  const found = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'].some((folder) => existsSync(join(folder, name))) || spawnSync(name, ['-v'], { stdio: 'ignore' }).error === undefined;
  if (!found) console.log(`没有装 ${name}，它的测试没有做。`);
  return found;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

async function answering(child: ChildProcess, url: string): Promise<RealServer> {
  let said = '';
  child.stderr?.on('data', (data: Buffer) => (said += data.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (let turn = 0; turn < 100; turn += 1) {
    if (child.exitCode !== null) throw new Error(said);
    if (await fetch(url).then(() => true, () => false)) return { url, stop: () => (child.kill('SIGTERM'), ended) };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`no answer from ${url}: ${said}`);
}

/** nginx on a folder, with the server block that `npm run hosting` wrote. */
export async function nginx(work: string, root: string, serverFile: string): Promise<RealServer> {
  mkdirSync(work, { recursive: true });
  const port = await freePort();
  const module = '/usr/share/nginx/modules-available/mod-http-brotli-static.conf';
  const brotli = existsSync(module);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${join(work, name)};`).join(' ');
  writeFileSync(
    join(work, 'nginx.conf'),
    `${brotli ? readFileSync(module, 'utf8').replace(/modules\//g, '/usr/lib/nginx/modules/') : ''}
${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${join(work, 'nginx.pid')}; error_log stderr warn; worker_processes 2;
events { worker_connections 1024; }
http { access_log off; ${temporary} server { listen 127.0.0.1:${port}; root ${root}; ${brotli ? 'brotli_static on;' : ''} include ${serverFile}; } }`,
  );
  return answering(spawn('nginx', ['-c', join(work, 'nginx.conf'), '-p', work, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin` } }), `http://127.0.0.1:${port}`);
}

/** Caddy on a folder, with the Caddyfile that `npm run hosting` wrote. */
export async function caddy(work: string, root: string, file: string): Promise<RealServer> {
  mkdirSync(work, { recursive: true });
  const port = await freePort();
  return answering(
    spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], { stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env.PATH, HOME: work, XDG_CONFIG_HOME: work, XDG_DATA_HOME: work, SITE_ROOT: root, SITE_ADDRESS: `http://127.0.0.1:${port}` } }),
    `http://127.0.0.1:${port}`,
  );
}
