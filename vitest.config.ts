import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // Cleaning up takes its time on a busy disk.
    hookTimeout: 60_000,
  },
});
