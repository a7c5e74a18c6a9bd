// How is the court asked to enforce the fine of a further party, and from when do the three months for that count (强制法 53, 54)?
import { type Text, text } from '../../language/words.ts'
import { act, clockAct } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { every } from '../../model/rule.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { documentWords } from '../acts/document-words.ts'
import { notAgreed } from '../memory/agreed.ts'
import { deferralRefused } from '../memory/deferral.ts'
import { courtCourse, courtFromOf } from '../memory/owing.ts'
import { isOwing } from '../memory/surcharge.ts'
import { leader, legalReviewers, sectionChief } from '../regions/addresses.ts'
import { inCourtWindow, ownDecision } from '../rule-parts/compulsion-rules.ts'
import type { PartyContext, PartyNote, PartyRule } from './party-context.ts'

const contextOf = (context: Record<string, unknown>): PartyContext => context as PartyContext

export const partyCourtActs = {
  'apply-party-court': act({
    words: text('申请法院强制执行个人罚款', 'Ask the court to enforce against this party'),
    by: [leader],
    fields: {
      court: field.text('受理法院', 'Court', 100),
      document: field.document(documentWords['apply-party-court']),
      opinion: field
        .opinion()
        .perCase(({ snapshot }, law) => ({ hint: courtCourse(contextOf(snapshot.context), law) })),
    },
    consequence: {
      effect: text('向有管辖权的人民法院提出强制执行申请。', 'The application goes to the court.'),
      article: '《行政强制法》第五十三条、第五十四条',
    },
    notify: [inspectors, legalReviewers],
  }),
  'count-party-court': clockAct(
    '复议、诉讼终结，申请强制执行期限重新计算',
    'A remedy of this party has ended: the period for asking the court is counted anew',
    text('', ''),
    { audience: 'internal', notify: [inspectors] },
  ),
  'party-court-lapsed': clockAct(
    '对个人申请法院强制执行期限届满',
    'The period for asking the court to enforce against this party has ended',
    text('', ''),
    { audience: 'internal', notify: [inspectors, sectionChief, leader] },
  ),
}

/** Late, owed and not fought over; what a reconsideration has changed its authority enforces (复议法 78). */
export const isForCourt = (context: PartyContext): boolean =>
  isOwing(context) &&
  context.overdue === true &&
  context.pendingSince === null &&
  context.courtAsked !== true &&
  context.changedBy !== 'reconsideration'

/** A remedy has ended, and nobody has counted yet from when the court may be asked. */
export const courtToCount = (context: PartyContext): boolean =>
  context.courtUncounted === true && isForCourt(context)

const demandedFirst: PartyRule = ({ context }) =>
  context.demandServedOn !== null ||
  text(
    '尚未催告，不得申请强制执行（《行政强制法》第五十四条）',
    'It was not demanded yet (Compulsion Law art. 54)',
  )

const notLapsed = text('申请强制执行的期限未过', 'The period for asking the court is not over')

const notAsked: Text = text(
  '尚未申请人民法院强制执行（《行政强制法》第五十三条）',
  'The court was not asked to enforce yet (Coercion Law art. 53)',
)

/** Nobody is enforced against by a court that nobody has asked. */
export const endsByCourt: PartyRule = ({ context, event: { data } }) => {
  if (data.ground === 'late') return context.courtLapsed === true || notLapsed
  const isOfCourt = data.ground === 'court-enforced' || data.ground === 'court-refused'
  const isAsked = context.courtAsked === true || context.changedBy === 'reconsideration'
  return !isOfCourt || isAsked || notAsked
}

export const partyCourtRules = {
  partyCourtOpen: every<PartyContext>(ownDecision, notAgreed, demandedFirst, inCourtWindow),
  partyCourtCountable: ({ context }) =>
    courtToCount(context) || text('没有终结的复议、诉讼', 'No remedy has ended'),
} satisfies Record<string, PartyRule>

/** By the names of the chart's actions. */
export const partyCourtNotes = {
  notePartyCourtAsked: () => ({ ...deferralRefused, courtAsked: true, courtLapsed: false }),
  notePartyCourtLapsed: () => ({ courtLapsed: true }),
  notePartyCourtCounted: ({ context, event }) => ({
    courtUncounted: false,
    courtLapsed: false,
    courtFrom: courtFromOf(context, event),
  }),
} satisfies Record<string, PartyNote>
