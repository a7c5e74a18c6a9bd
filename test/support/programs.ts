// Which programs do tests start as processes: those of the product as `npm start` does, and some of their own?
import { join } from 'node:path'
import { ensurePrograms } from '../../bin/infra/programs.ts'

const root = join(import.meta.dirname, '..', '..')
const support = 'test/support'
const entries = ['dying-worker', 'earlier-release'].map((name) => `${support}/${name}.ts`)

/** A program of the product, by the name of its file in `bin/`. */
export const program = async (name: string): Promise<string> => (await ensurePrograms(root))(name)

/** A program that only tests have, by the name of its file here. */
export const testProgram = async (name: string): Promise<string> =>
  (await ensurePrograms(root, { name: 'test-programs', entries, sources: [support] }))(name)
