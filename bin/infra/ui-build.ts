// From what is the interface built, and when?
import { ensureBuilt } from './built.ts'

const SOURCES = ['ui', 'domain', 'vite.config.ts', 'package-lock.json']

/** Runs `make` when `dist/ui` is missing or made from other sources than now. */
export const ensureUi = (root: string, make: () => Promise<void>): Promise<void> =>
  ensureBuilt(root, { name: 'ui', sources: SOURCES, make })
