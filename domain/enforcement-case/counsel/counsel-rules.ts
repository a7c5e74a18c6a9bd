// What does a counsel’s chart remember, when may one be named, and whom does he stand for?
import { type Text, text } from '../../language/words.ts'
import { stateKey } from '../../model/chart.ts'
import { stringIn } from '../../model/event-reading.ts'
import type { Empowering } from '../../model/own-matter/concern.ts'
import type { CaseEvent, ItemDefinition, Rule } from '../../model/process.ts'
import { every } from '../../model/rule.ts'
import type { EnforcementContext, EnforcementRule } from '../memory/context.ts'
import { todayOf } from '../memory/penalties.ts'

export type CounselContext = {
  /** Which further party; null: the enterprise. */
  represents: number | null
  name: string
  scope: string
  from: string
  until: string
  /** The id of the person who has named him; absent: named before that was remembered. */
  namedBy?: string | null
}

/** XState also calls this without input. */
export const namedCounsel = (event: CaseEvent | undefined): CounselContext => ({
  represents: typeof event?.data.represents === 'number' ? event.data.represents : null,
  name: stringIn(event, 'counselName') ?? stringIn(event, 'agentName') ?? '',
  scope: stringIn(event, 'scope') ?? 'general',
  from: stringIn(event, 'from') ?? '',
  until: stringIn(event, 'until') ?? '',
  namedBy: event?.openedBy ?? null,
})

/** Only while it is accepted and stands. */
export const powerOf: Empowering['of'] = ({ value, context }) => {
  if (stateKey(value) !== 'accepted') return null
  const { represents, name, scope, from, until } = context as CounselContext
  return {
    of: represents === null ? null : { kind: 'party', nth: represents },
    name,
    scope: scope === 'special' ? 'special' : 'general',
    from,
    until,
  }
}

const inOrder = (from: string | null, until: string | null, today: string): true | Text => {
  if (from === null || until === null) return true
  if (until < from) return text('委托截止日期早于开始日期', 'It ends before it begins')
  return until >= today || text('委托期限已经届满', 'The power of attorney has ended already')
}

const named: EnforcementRule = ({ event }) =>
  inOrder(stringIn(event, 'from'), stringIn(event, 'until'), todayOf(event))

/** 处罚法 64: he stands for somebody who is a party now. */
const ofOpenParty: EnforcementRule = ({ context, event }) => {
  const { represents } = event.data
  if ((context.parties ?? []).length === 0)
    return text('本案没有追加当事人（个人）', 'The case has no further party')
  if (typeof represents !== 'number' || event.openNumbers === undefined) return true
  return (
    (event.openNumbers.party ?? []).includes(represents) ||
    text(
      `当事人（个人）第${represents}号不存在或者已办结`,
      `There is no further party no. ${represents}, or it is done with`,
    )
  )
}

const mostCounsels = 2
const tooMany = text(
  '同一当事人同时委托的代理人不得超过二人，须先解除原委托（《行政处罚法》第六十四条）',
  'A party has two counsels at a time at most: withdraw one first (Penalty Law art. 64)',
)

/** 处罚法 64(6): one or two, those not yet examined among them. */
const fewOfParty: EnforcementRule = ({ context: { partyCounsels = [] }, event: { data } }) =>
  partyCounsels.filter((nth) => nth === data.represents).length < mostCounsels || tooMany

const fewOfEnterprise: EnforcementRule = ({ event: { openNumbers } }) =>
  (openNumbers?.['enterprise-counsel'] ?? []).length < mostCounsels || tooMany

/** What the case remembers of a power that has ended. */
export const counselEnded: NonNullable<ItemDefinition['ends']> = (context, { context: ended }) => {
  const { partyCounsels } = context as EnforcementContext
  const { represents } = ended as CounselContext
  if (partyCounsels === undefined || represents === null) return {}
  const at = partyCounsels.indexOf(represents)
  return { partyCounsels: partyCounsels.filter((_, place) => place !== at) }
}

export const counselNaming = {
  partyCounselNamable: every<EnforcementContext>(named, ofOpenParty, fewOfParty),
  enterpriseCounselNamable: every<EnforcementContext>(named, fewOfEnterprise),
} satisfies Record<string, EnforcementRule>

const byAnother = text(
  '代理人由登记人以外的执法人员核对同意',
  'Whoever has named a counsel does not accept him: another officer does',
)

export type CounselRule = Rule<CounselContext>

/** Nobody is let in for days that are over, nor by one officer alone. */
export const counselRules = {
  powerStands: ({ context, event }) => {
    const { from, until, namedBy } = context
    if (event.by.kind === 'person' && event.by.id === namedBy) return byAnother
    return inOrder(from, until, todayOf(event))
  },
} satisfies Record<string, CounselRule>
