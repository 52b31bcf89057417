// How a measured process is started: as the product starts its worker, and with a heap hardly larger than
// what the product takes when loaded: an import that held its file would end the process.

export const asTheWorker = {
  execArgv: ['--expose-gc', '--max-semi-space-size=8', '--max-old-space-size=140', '--disable-warning=ExperimentalWarning'],
  env: {
    NODE_ENV: 'production' as const,
    MALLOC_ARENA_MAX: '2',
    MALLOC_MMAP_THRESHOLD_: '65536',
    MALLOC_TRIM_THRESHOLD_: '131072',
  },
};
