// Is everything of this matter named in both languages, does each form fit its schema, and does nothing internal leave the authorities?
import { checkWords } from '../../../../test/support/processes/process-words.ts'
import { exampleMatter } from '../../domain/example-matter/process.ts'
import { samples } from './samples.ts'

checkWords({
  process: exampleMatter,
  samples,
  parents: [],
  filledByServer: { ask: ['enterpriseName', 'region'] },
  internal: [],
})
