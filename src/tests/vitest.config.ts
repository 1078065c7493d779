import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: process.cwd(),
    include: ['src/**/*.test.ts'],
    // One browser and one server for all files; each test file has its own page.
    globalSetup: ['src/tests/setup.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
