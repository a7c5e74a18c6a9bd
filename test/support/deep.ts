// Is this the deep run, in which what the usual one samples is gone through whole? (`npm run test:deep`)

export const deep = process.env.ANJIAN_WALKS !== undefined
