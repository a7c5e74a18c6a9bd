// When may a further party be named, and how does a case wait for those that it has?
import { type Text, text } from '../../language/words.ts'
import { stringIn } from '../../model/event-reading.ts'
import { every } from '../../model/rule.ts'
import type { EnforcementContext, EnforcementRule } from '../memory/context.ts'

/** 处罚法 54: the case is filed, and what is said of the person can be proved. */
const investigated: EnforcementRule = ({ context }) =>
  context.evidence ||
  text(
    '立案并调查取证后方可追加当事人（《行政处罚法》第五十四条）',
    'A party is named once the case is filed and evidence was taken (Penalty Law art. 54)',
  )

/** 处罚法 29. */
const namedOnce: EnforcementRule = ({ context, event }) => {
  const identity = stringIn(event, 'identity')
  return (
    identity === null ||
    !(context.parties ?? []).includes(identity) ||
    text(
      '该公民已是本案当事人，同一违法行为不得给予两次以上罚款（《行政处罚法》第二十九条）',
      'This person is a party of the case already: one act is not fined twice (Penalty Law art. 29)',
    )
  )
}

const openParties = (numbers: readonly number[]): Text => {
  const zh = numbers.map((nth) => `第${nth}号`).join('、')
  return text(
    `当事人（个人）${zh}尚未办结，案件不得结束`,
    `Further part${numbers.length > 1 ? 'ies' : 'y'} no. ${numbers.join(', ')} still open: the case cannot end`,
  )
}

/** 处罚到人: nobody who was named is forgotten with the case. */
export const partiesDone: EnforcementRule = ({ event: { openNumbers } }) => {
  const numbers = openNumbers?.party ?? []
  return numbers.length === 0 || openParties(numbers)
}

export const namingRules = {
  partyNamable: every<EnforcementContext>(investigated, namedOnce),
} satisfies Record<string, EnforcementRule>
