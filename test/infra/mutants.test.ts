// Does each part of the mutation tests name code and tests that are there?
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PARTS } from '../../bin/mutants/parts.ts'

const root = join(import.meta.dirname, '..', '..')
const found = (globs: string[]) => globs.filter((glob) => globSync(glob, { cwd: root }).length > 0)

test.each(Object.entries(PARTS))(
  'the part %s of the mutation tests: every pattern of its code and of its tests finds a file',
  (_, { code, tests }) => {
    const named = code.map((glob) => glob.replace('!', ''))
    expect(found(named)).toEqual(named)
    expect(found(tests)).toEqual(tests)
  },
)
