// Starts one of the project's tasks on a Node that can run TypeScript. Linux gets Node 24 from npm; elsewhere the system's
// own must do. Plain JavaScript, so that an old Node can still say what is wrong.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`现在的 Node 是 ${process.versions.node}，需要 22.18 或更新。请先运行 npm ci，再用 npm start、npm test 启动。`);
  process.exit(1);
}
const [task] = process.argv.splice(2, 1);
await import(new URL(`./${task}.ts`, import.meta.url).href);
