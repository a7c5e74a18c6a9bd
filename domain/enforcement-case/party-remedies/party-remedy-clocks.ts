// Until when is a remedy of a person answered (复议法 48, 行诉法 67)?
import { type Text, text } from '../../language/words.ts'
import { missed } from '../../model/periods/period.ts'
import type { ClockDefinition } from '../../model/process.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { limit } from '../periods/period.ts'
import { leader, legalReviewers } from '../regions/addresses.ts'

const answer = (kind: 'reconsideration' | 'litigation', words: Text): ClockDefinition => ({
  ...limit(`party-${kind}-answer`, words, {
    due: { rule: `enforcement-case.${kind}-answer`, from: 'remedyReceivedOn' },
    startsOn: ['receive-party-remedy'],
    startsIf: ({ remedy }) => remedy === kind,
    endsOn: ['file-party-answer'],
    yieldsOn: ['record-party-upheld', 'record-party-change', 'record-party-annulment'],
    warn: { unit: 'WD', n: 3 },
    warnNotify: [legalReviewers, inspectors],
    escalationPolicy: [missed(words, [legalReviewers, leader])],
    clockOwner: leader,
  }),
  item: 'party-remedy',
})

export const partyRemedyClocks: ClockDefinition[] = [
  answer('reconsideration', text('个人的复议答复', 'Answer in the reconsideration of a person')),
  answer('litigation', text('个人的诉讼答辩', 'Answer before the court to a person')),
]
