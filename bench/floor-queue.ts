// On which task queue does the bare floor live?
export const floorQueue = 'bench-floor'
