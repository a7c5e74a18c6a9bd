// Which programs do tests start as processes: those of the product as `npm start` does, and some of their own?
import { join } from 'node:path'
import { ensurePrograms } from '../../../bin/infra/programs.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const support = 'test/support'
const entries = ['dying-worker', 'earlier-release'].map((name) => `${support}/servers/${name}.ts`)

let ofProduct: ReturnType<typeof ensurePrograms> | undefined
let ofTests: ReturnType<typeof ensurePrograms> | undefined

/** A program of the product, by the name of its file in `bin/`. */
export const program = async (name: string): Promise<string> => {
  // Looking whether they are in step takes as long as a tenth of a start: once a run is enough.
  ofProduct ??= ensurePrograms(root)
  return (await ofProduct)(name)
}

/** A program that only tests have, by the name of its file here. */
export const testProgram = async (name: string): Promise<string> => {
  ofTests ??= ensurePrograms(root, { name: 'test-programs', entries, sources: [support] })
  return (await ofTests)(name)
}
