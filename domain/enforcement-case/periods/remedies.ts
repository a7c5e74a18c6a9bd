// Which periods run beside reconsideration and litigation, and after an annulment?
import { text } from '../../language/words.ts'
import { missed } from '../../model/periods/period.ts'
import type { ClockDefinition } from '../../model/process.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { leader, legalReviewers, sectionChief } from '../regions/addresses.ts'
import { limit } from './period.ts'

const reconsideration = text('复议答复', 'Answer in the reconsideration')
const litigation = text('诉讼答辩', 'Answer before the court')

const answer = (clock: string, kind: string, words: typeof litigation): ClockDefinition =>
  limit(clock, words, {
    due: { rule: `enforcement-case.${clock}`, from: 'remedyReceivedOn' },
    startsOn: ['receive-remedy'],
    startsIf: ({ remedy }) => remedy === kind,
    endsOn: ['file-answer'],
    yieldsOn: ['record-upheld', 'record-change', 'record-annulment'],
    warn: { unit: 'WD', n: 3 },
    warnNotify: [legalReviewers, inspectors],
    escalationPolicy: [missed(words, [legalReviewers, leader])],
    clockOwner: leader,
  })

export const remedyClocks: ClockDefinition[] = [
  answer('reconsideration-answer', 'reconsideration', reconsideration),
  answer('litigation-answer', 'litigation', litigation),
  limit('publication-withdrawal', text('撤回公示信息', 'Withdrawal of the publication'), {
    due: { rule: 'enforcement-case.publication-withdrawal', from: 'outcomeOn' },
    startsOn: ['record-change', 'record-annulment'],
    startsIf: ({ withdrawalDue }) => withdrawalDue === true,
    endsOn: ['withdraw-publication'],
    warn: { unit: 'WD', n: 1 },
    warnNotify: [sectionChief],
  }),
]
