import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheRules, defaultCache, securityHeaders, types } from '../../features/security/headers.ts';

/** The configuration files of common hosts, all from the one list of headers. `base` is "" or "/study". */
export type HostFile = (base: string) => string;

const quoted = (value: string): string => `"${value.replace(/(["\\])/g, '\\$1')}"`;

/** `_headers`, which Netlify, Cloudflare Pages and some others read from the root of the site. */
export const headersFile: HostFile = (base) => {
  const block = (path: string, lines: string[]) => [path, ...lines.map((line) => `  ${line}`)].join('\n');
  return `${[
    '# 由 npm run build 写出，不手改；清单在 src/features/security/headers.ts。',
    block('/*', securityHeaders().map(({ name, value }) => `${name}: ${value}`)),
    ...cacheRules.flatMap(({ paths, value }) => paths.map((path) => block(base + path, [`Cache-Control: ${value}`]))),
  ].join('\n\n')}\n`;
};

/** Directives for one nginx server; headers are repeated in every location, since nginx drops inherited ones there. */
export const nginxFile: HostFile = (base) => {
  const security = (indent: string) => securityHeaders().map(({ name, value }) => `${indent}add_header ${name} ${quoted(value)} always;`).join('\n');
  const location = (match: string, cache: string, more: string[] = []) => `location ${match} {\n${[...more.map((line) => `    ${line}`), `    add_header Cache-Control ${quoted(cache)} always;`].join('\n')}\n${security('    ')}\n}`;
  const prefix = base || '';
  return `# 由 npm run hosting 写出，不手改；清单在 src/features/security/headers.ts。
# 放进 server { … } 里：include …/nginx.conf; 并写 root（站点文件所在目录${base ? `，其下有 ${base.slice(1)} 子目录` : ''}）。
index index.html;
charset utf-8;
charset_types text/html text/plain text/css text/xml application/xml application/json application/javascript application/manifest+json;
server_tokens off;
etag on;
error_page 404 ${prefix}/404.html;
# 构建时已经压好 .gz；装了 ngx_brotli 的，再加一行 brotli_static on;
gzip_static on;
gzip_vary on;
types {
    text/html html;
    text/css css;
    text/plain txt;
    application/javascript js;
${Object.entries(types).map(([extension, type]) => `    ${(type.split(';')[0] ?? '')} ${extension};`).join('\n')}
    image/svg+xml svg;
    image/png png;
    image/x-icon ico;
    application/pdf pdf;
    application/zip zip;
    application/vnd.openxmlformats-officedocument.wordprocessingml.document docx;
}
default_type application/octet-stream;

${cacheRules.flatMap(({ paths, value, why }) => paths.map((path) => `# ${why}\n${location(`^~ ${prefix}${path.replace(/\*$/, '')}`, value)}`)).join('\n')}
# 其余的每次问一下，没有变就答 304
${location(`${prefix}/`, defaultCache, ['try_files $uri $uri/ =404;'])}
`;
};

/** A Caddyfile that serves the folder `/srv/site` on port 8080, or what SITE_ROOT and SITE_ADDRESS say. */
export const caddyFile: HostFile = (base) => {
  const prefix = base || '';
  const kept = cacheRules.map(({ paths, value }, at) => `\t@kept${at} path ${paths.map((path) => prefix + path).join(' ')}\n\theader @kept${at} Cache-Control ${quoted(value)}`);
  return `# 由 npm run hosting 写出，不手改；清单在 src/features/security/headers.ts。
{
\tadmin off
\tauto_https disable_redirects
}
{$SITE_ADDRESS::8080} {
\troot * {$SITE_ROOT:/srv/site}
\theader {
${securityHeaders().map(({ name, value }) => `\t\t${name} ${quoted(value)}`).join('\n')}
\t\t-Server
\t}
\t@fresh not path ${cacheRules.flatMap(({ paths }) => paths.map((path) => prefix + path)).join(' ')}
\theader @fresh Cache-Control ${quoted(defaultCache)}
${kept.join('\n')}
${Object.entries(types).map(([extension, type]) => `\t@${extension} path *.${extension}\n\theader @${extension} Content-Type ${quoted(type)}`).join('\n')}
\tfile_server {
\t\tprecompressed br gzip
\t}
\thandle_errors {
\t\trewrite * ${prefix}/404.html
\t\tfile_server
\t}
}
`;
};

/** An image that serves the site without root rights; built from the project's folder after `npm run hosting`. */
export const containerFile: HostFile = (base) => `# 由 npm run hosting 写出。podman build -f hosting/Containerfile -t xuexi . && podman run -p 8080:8080 --read-only --tmpfs /tmp xuexi
FROM docker.io/library/caddy:2-alpine
COPY hosting/Caddyfile /etc/caddy/Caddyfile
COPY dist /srv/site${base}
ENV XDG_CONFIG_HOME=/tmp XDG_DATA_HOME=/tmp
USER 10001:10001
EXPOSE 8080
CMD ["caddy", "run", "--config", "/etc/caddy/Caddyfile", "--adapter", "caddyfile"]
`;

/** Writes the configuration files into a folder. */
export function writeHostFiles(folder: string, base: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, file] of Object.entries({ 'nginx.conf': nginxFile, Caddyfile: caddyFile, Containerfile: containerFile })) writeFileSync(join(folder, name), file(base));
}
