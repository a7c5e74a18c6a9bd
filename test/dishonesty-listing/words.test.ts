// Is everything of a listing named in both languages, does each form fit its schema, and does nothing internal leave the authorities?
import { dishonestyListing } from '../../domain/dishonesty-listing/process.ts'
import { checkWords } from '../support/processes/process-words.ts'
import { matter, samples } from './samples.ts'

checkWords({
  process: dishonestyListing,
  samples: { ...samples, 'propose-listing': [matter] },
  parents: [],
  filledByServer: { 'propose-listing': ['enterpriseName', 'region'] },
  internal: ['weigh-statement.findings', 'examine-repair.findings'],
})
