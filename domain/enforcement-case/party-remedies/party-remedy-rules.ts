// When may a remedy of a person be recorded, and what does its outcome change (复议法 20, 63, 行诉法 46, 处罚法 48)?
import { type Text, text } from '../../language/words.ts'
import { branch, every } from '../../model/rule.ts'
import type { EnforcementContext, EnforcementRule } from '../memory/context.ts'
import { fineOf } from '../memory/person-fines.ts'
import { inOrder, lighterThan, refundRight } from '../rule-parts/remedy-rules.ts'
import {
  fineThatStands,
  fineUnderRemedy,
  type PartyRemedyContext,
  type PartyRemedyRule,
  refundOfAnnulment,
} from './party-remedy-context.ts'

/** Only of a decision that was served and stands, and one at a time. */
const servedOnParty: EnforcementRule = ({ context, event: { data } }) => {
  const fine = fineOf(context.fines, data.represents)
  if (!fine || fine.annulled)
    return text(
      '该当事人（个人）没有已送达且有效的处罚决定',
      'No decision has been served on that further party that still stands',
    )
  return (
    fine.pendingSince === null ||
    text(
      '该当事人（个人）的复议、诉讼尚未终结',
      'The remedy of that further party has not been decided on yet',
    )
  )
}

const someoneServed: EnforcementRule = ({ context: { fines = [] } }) =>
  fines.some(({ annulled }) => !annulled) ||
  text(
    '没有已送达个人且有效的处罚决定',
    'No decision has been served on a person that still stands',
  )

const namedParty: EnforcementRule = (input) =>
  input.event.data.represents === undefined || servedOnParty(input)

const openRemedies = (numbers: readonly number[]): Text =>
  text(
    `个人的复议、诉讼${numbers.map((nth) => `第${nth}号`).join('、')}尚未办结，案件不得结束`,
    `Remed${numbers.length > 1 ? 'ies' : 'y'} of a person no. ${numbers.join(', ')} still open: the case cannot end`,
  )

/** What a person fights over, and the money that is to go back to him, is not forgotten with the case. */
export const partyRemediesDone: EnforcementRule = ({ event: { openNumbers } }) => {
  const numbers = openNumbers?.['party-remedy'] ?? []
  return numbers.length === 0 || openRemedies(numbers)
}

export const partyRemedyReceivable = every<EnforcementContext>(
  someoneServed,
  namedParty,
  inOrder<EnforcementContext>(
    ({ context, event }) => {
      const fine = fineOf(context.fines, event.data.represents)
      return fine?.lastRemedy?.on ?? fine?.decisionServedOn ?? null
    },
    'filedOn',
    'receivedOn',
  ),
)

type Input = Parameters<PartyRemedyRule>[0]

const outcomeLawful = inOrder<PartyRemedyContext>(({ context }) => context.filedOn, 'decidedOn')

const lighter: PartyRemedyRule = ({ context, event }) =>
  lighterThan(fineUnderRemedy(context, event)?.imposed ?? 0, event.data)

const changeLawful = every<PartyRemedyContext>(outcomeLawful, lighter)

const toBeReturned = text('有应退还的款项', 'Money is to be returned')
const nothingToReturn = text('没有应退还的款项', 'Nothing is to be returned')

const standingRefunds = (input: Input): boolean =>
  fineThatStands(input, input.event.data.outcome === 'withdrawn').refundDue !== null

const annulmentRefunds = (input: Input): boolean => refundOfAnnulment(input) !== null

const not =
  (one: (input: Input) => boolean) =>
  (input: Input): boolean =>
    !one(input)

export const partyRemedyRules = {
  partyNotStayed: ({ context }) => !context.stayed || text('已停止执行', 'It is stayed already'),
  partyIsStayed: ({ context }) => context.stayed || text('未停止执行', 'It is not stayed'),
  partyUpheldRefunds: branch(outcomeLawful, standingRefunds, nothingToReturn),
  partyUpheldLawful: branch(outcomeLawful, not(standingRefunds), toBeReturned),
  partyChangeRefunds: branch(changeLawful, standingRefunds, nothingToReturn),
  partyChangeLawful: branch(changeLawful, not(standingRefunds), toBeReturned),
  partyAnnulmentRefunds: branch(outcomeLawful, annulmentRefunds, nothingToReturn),
  partyAnnulmentLawful: branch(outcomeLawful, not(annulmentRefunds), toBeReturned),
  partyRefundLawful: every<PartyRemedyContext>(
    refundRight,
    inOrder<PartyRemedyContext>(({ context }) => context.decidedOn, 'refundedOn'),
  ),
} satisfies Record<string, PartyRemedyRule>
