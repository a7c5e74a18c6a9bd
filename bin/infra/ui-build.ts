// From what is the interface built, and when?
import { join } from 'node:path'
import { builtFolder, ensureBuilt } from './built.ts'

const SOURCES = ['ui', 'domain', 'vite.config.ts', 'package-lock.json']

/** Where the built interface lies. */
export const uiFolder = (root: string): string => join(builtFolder(root), 'ui')

/** What Vite is told to build it; its own way to read the configuration would write into node_modules. */
export const uiBuild = (root: string): [script: string, args: string[]] => [
  join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
  ['build', '--configLoader', 'native', '--outDir', uiFolder(root), '--emptyOutDir'],
]

/** Runs `make` when it is missing or made from other sources than now. */
export const ensureUi = (root: string, make: () => Promise<void>): Promise<void> =>
  ensureBuilt(root, { name: 'ui', sources: SOURCES, make })
