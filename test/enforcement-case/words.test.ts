// Is everything of an enforcement case named in both languages, does each form fit its schema, and does nothing internal leave the authorities?
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import { checkWords } from '../support/processes/process-words.ts'
import { matter, samples, scene } from './samples.ts'

checkWords({
  process: enforcementCase,
  samples: { ...samples, 'propose-filing': [matter, scene] },
  parents: ['handling', 'payment', 'publication', 'reporting', 'cash', 'compulsion', 'remedy'],
  filledByServer: {
    'propose-filing': [
      'enterpriseName',
      'region',
      'refusedCase',
      'earlierCaseId',
      'earlierPersonsFined',
    ],
    'notify-hearing': ['chairId'],
    'notify-party-hearing': ['chairId'],
    'tell-party': ['causeName', 'rangeFrom', 'rangeTo'],
    'notify-penalty': ['causeName', 'rangeFrom', 'rangeTo'],
    'notify-party': ['causeName', 'rangeFrom', 'rangeTo'],
    'note-on-the-spot': ['at', 'entry', 'of', 'offset', 'phoneAt', 'place'],
  },
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
