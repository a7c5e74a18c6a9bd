// Is everything of an enforcement case named in both languages, does each form fit its schema, and does nothing internal leave the authorities?
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import { checkWords } from '../support/processes/process-words.ts'
import { matter, samples } from './samples.ts'

checkWords({
  process: enforcementCase,
  samples: { ...samples, 'propose-filing': [matter] },
  parents: ['handling', 'payment', 'publication'],
  filledByServer: { 'propose-filing': ['enterpriseName', 'region'] },
  internal: [
    'propose-filing.informant',
    'record-evidence.questioned',
    'record-evidence.content',
    'conclude-investigation.findings',
    'give-legal-opinion.findings',
    'record-discussion.minutes',
    'close-hearing.report',
  ],
})
