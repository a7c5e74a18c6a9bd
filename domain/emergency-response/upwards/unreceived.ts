// Which reports has an office above not received yet when their case is joined to another, and which of them does it receive there?
import * as v from 'valibot'
import { text } from '../../language/words.ts'
import { field } from '../../model/field.ts'
import { words } from '../../model/fields.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { Rule } from '../../model/rule.ts'
import { allReceived, receiverWords } from './received-words.ts'

const schema = v.object({
  /** Who has to receive it. */
  by: v.picklist(['city', 'province']),
  /** Whose report it is: what the case at hand reports, or what another county has. */
  of: v.picklist(['county', 'city', 'another']),
  /** The case it came with; absent: it is of the case at hand. */
  joinedCase: v.optional(words(64)),
})
export type Unreceived = v.InferOutput<typeof schema>
type Receiver = Unreceived['by']
type Remembered = { unreceived?: readonly Unreceived[] }

const mostOfLevel = 10
export const unreceivedSchema = v.optional(
  v.pipe(v.array(schema), v.maxLength(2 * mostOfLevel)),
  [],
)

/** Of each level some names are enough: it receives them all by one act. */
export const mergedUnreceived = (...all: (readonly Unreceived[])[]): Unreceived[] => {
  const byName = new Map(all.flat().map((one) => [JSON.stringify(one), one]))
  return (['city', 'province'] as const).flatMap((level) =>
    [...byName.values()].filter(({ by }) => by === level).slice(0, mostOfLevel),
  )
}

/** What its own levels have reported and nobody has received, by where its chart stands. */
const ownUnreceived = ({ snapshot }: CaseRecord): Unreceived[] => {
  const { receipt, copies } = snapshot.value as Record<string, unknown>
  const { reached, reported, cityReportedAt } = snapshot.context
  if (reported !== true) return []
  const by = reached === 'province' ? 'province' : 'city'
  const of = by === 'province' && cityReportedAt !== null ? 'city' : 'county'
  return [
    ...(receipt === 'awaiting' ? [{ by, of } as const] : []),
    ...(copies === 'awaiting' ? [{ by: 'city', of: 'county' } as const] : []),
  ]
}

/** What joined cases have brought and is not received yet. */
export const broughtSoFar = ({ snapshot }: CaseRecord): readonly Unreceived[] =>
  (snapshot.context as Remembered).unreceived ?? []

/** What a case that is being joined has to hand on, and the case that it is joined to has itself: stated with the fact. */
export const stillWaiting = (record: CaseRecord): { waiting: Unreceived[] } => ({
  waiting: ownUnreceived(record),
})
/** As such a fact states it. Total. */
export const waitingIn = (data: Record<string, unknown> | undefined): Unreceived[] => {
  const { success, output } = v.safeParse(unreceivedSchema, data?.waiting)
  return success ? output : []
}
export const waitingField = field.filled(unreceivedSchema)

/** What joined cases have brought with them, by who receives it. */
export const unreceivedField = field
  .choices(
    { ...receiverWords, none: allReceived },
    '并入案件尚待签收的报告',
    'Reports of joined cases not received yet',
    3,
  )
  .optional()
  .with({ systemSupplied: true })

/** Who has to receive something, as the record states it. */
export const receiversOf = (left: readonly Unreceived[]): (Receiver | 'none')[] => {
  const levels = (Object.keys(receiverWords) as Receiver[]).filter((level) =>
    left.some(({ by }) => by === level),
  )
  return levels.length > 0 ? levels : ['none']
}

/** As the case states it that hands them on. */
export const handedOn = (record: CaseRecord) => ({
  ...stillWaiting(record),
  unreceived: receiversOf([...broughtSoFar(record), ...ownUnreceived(record)]),
})

/** Received with this act is what its level had to receive. */
export const unreceivedAfter = (
  { unreceived = [] }: Remembered,
  by: Receiver,
): readonly Unreceived[] => unreceived.filter((one) => one.by !== by)

export const highestReceiver = ({ reached }: { reached?: unknown }): Receiver =>
  reached === 'province' ? 'province' : 'city'

/** As an act of a level states it that receives, sends back or takes back; nothing where no case was joined. */
export const leftToReceive = (record: CaseRecord, left: readonly Unreceived[]) => ({
  unreceived: record.data['case-joined'] === undefined ? [] : receiversOf(left),
})

/** Which cases' reports an office receives as well, under the question of its act. */
export const receivedAlong =
  (levelOf: (context: Record<string, unknown>) => Receiver) => (record: CaseRecord) => {
    const level = levelOf(record.snapshot.context)
    const names = broughtSoFar(record).flatMap(({ by, joinedCase }) =>
      by === level && joinedCase !== undefined ? [joinedCase] : [],
    )
    if (names.length === 0) return {}
    return {
      hint: text(
        `一并签收并入案件尚未签收的报告：${names.join('、')}`,
        `With it you receive what was not received of: ${names.join(', ')}`,
      ),
    }
  }

type Asked = Remembered & { reached: string; reported: boolean }
const nothingLeft = text(
  '并入的案件没有待签收的报告',
  'No report of a joined case is to be received',
)
const has = (context: Remembered, level: Receiver): boolean =>
  (context.unreceived ?? []).some(({ by }) => by === level)

/** The highest level that was told has something of a joined case to receive. */
const receiptLeft: Rule<Asked> = ({ context }) =>
  has(context, highestReceiver(context)) || nothingLeft
/** And nothing of this one. */
const othersLeft: Rule<Asked> = ({ context }) =>
  (!context.reported && has(context, highestReceiver(context))) || nothingLeft
/** The city has something to receive, whoever is the highest now. */
const cityLeft: Rule<Asked> = ({ context }) => has(context, 'city') || nothingLeft
/** And is not the highest level itself. */
const copyLeft: Rule<Asked> = ({ context }) =>
  (context.reached === 'province' && has(context, 'city')) || nothingLeft
/** What was found not to be reported here is completed by nobody. */
const backLawful: Rule<{ reportWaived: boolean }> = ({ context }) =>
  !context.reportWaived ||
  text(
    '本案已作出不需上报的结论，不能要求补充；情况有变的先更新人员数字',
    'It was found here that nothing is to be reported, so nothing is completed; if that has changed, record the numbers first',
  )

export const unreceivedRules = { receiptLeft, othersLeft, cityLeft, copyLeft, backLawful }
