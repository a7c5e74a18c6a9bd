// Is everything of an inspection named in both languages, does each form fit its schema, and does nothing internal leave the authorities?

import { administrativeInspection } from '../../domain/administrative-inspection/process.ts'
import { checkWords } from '../support/processes/process-words.ts'
import { matter, samples, tip } from './samples.ts'

checkWords({
  process: administrativeInspection,
  samples: { ...samples, 'plan-inspection': [matter, tip] },
  parents: [],
  filledByServer: {
    'plan-inspection': ['enterpriseName', 'region'],
    'note-visit': ['at', 'entry', 'of', 'offset', 'phoneAt', 'place'],
  },
  internal: ['plan-inspection.reason', 'dismiss-finding.reason', 'open-enforcement.facts'],
})
