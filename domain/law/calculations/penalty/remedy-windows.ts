// Until when may the party seek a remedy, and when may the bureau go to court?
import * as v from 'valibot'
import { type Text, text } from '../../../language/words.ts'
import { addDays, addMonths, type Day } from '../../../time/days.ts'
import type { TimeLimit } from '../../compute.ts'
import { day, invalid, message } from '../../parse.ts'
import { penaltyLawOn } from '../../penalty-law.ts'
import { penalty2021Day } from '../../rules/terms.ts'
import { type CountingLaw, calculation, doubts, period } from '../calculation.ts'
import { setDay } from '../set-day.ts'
import { courtWindow, latestDemand } from './court-window.ts'

const suspension = v.pipe(
  v.strictObject({ from: day, to: day }),
  v.check(
    ({ from, to }) => from <= to,
    message('结束日期早于开始日期', 'It ends before it begins'),
  ),
)

const schema = v.strictObject({
  served: v.pipe(day, v.description('day the decision was received')),
  /** The reconsideration decision was received on this day: 15 days to sue (行诉法 45). */
  reconsiderationDecided: v.optional(v.nullable(day), null),
  /** The last remedy ended on this day, a withdrawn one too: until then nobody may ask the court (强制法 53), so that its three months count from here at the earliest [D]. */
  remedyEnded: v.optional(v.nullable(day), null),
  /** The demand notice (催告书) was served on this day: the court may be asked after 10 working days. */
  demandServed: v.optional(v.nullable(day), null),
  /** Last day of an approved deferral or of the last instalment (处罚法 66): the court window is counted from it (72). */
  deferredTo: v.optional(v.nullable(day), null),
  /** 中止执行: the days on which the enforcement was suspended, both included (强制法 39). */
  suspended: v.optional(
    v.pipe(v.array(suspension), v.maxLength(20), v.description('suspensions of the enforcement')),
    [],
  ),
})
type Input = v.InferOutput<typeof schema>

/**
 * 复议法 20 (60 days), 行诉法 46 (6 months; 3 months before 2015-05-01), 强制法 53–54 (3 months after the remedy periods, and after a remedy that
 * went on beyond them), 处罚法 72 (after the end of a deferral). `courtApplication` is null where the right is lost (`courtRightLost`), and before the Coercion Law of 2012.
 * `latestDemand`: the last day on which a demand still leaves a day for the court.
 */
export const remedyWindows = calculation(
  'remedy-windows',
  text('救济期限与申请强制执行期限', 'Remedy and enforcement windows'),
  [
    ['reconsideration', '20'],
    ['litigation', '46'],
    ['coercion', '53、54'],
    ['penalty2021', '72'],
  ],
  schema,
  (asked, law) => {
    inOrder(asked)
    const { deferredTo } = asked
    const deferral = deferredTo === null ? null : setDay(law, { deferredTo })
    const input = { ...asked, deferredTo: deferral?.due ?? null }
    const remedies = remediesOf(input, law)
    const court = remedies.ends >= '2012-01-01' ? courtOf(input, remedies.ends, law) : null
    return {
      reconsideration: limitFields(remedies.reconsideration),
      litigation: limitFields(remedies.litigation),
      remediesEnd: remedies.ends,
      courtApplication: court?.window ?? null,
      courtRightLost: court !== null && court.window === null,
      latestDemand: court?.latestDemand ?? null,
      demandEnds: court?.demand?.due ?? null,
      reckoning: [
        ...[remedies.reconsideration, remedies.litigation].map(({ explanation }) => explanation),
        ...(court ? court.sentences : []),
        noStay(input.served, remedies.ends, court !== null),
      ],
      ...doubts(
        remedies.reconsideration,
        remedies.litigation,
        ...(court ? court.doubts : []),
        ...(deferral && deferral.due > remedies.ends ? [deferral] : []),
      ),
    }
  },
)

const limitFields = ({ due, dueAt, nominal }: TimeLimit) => ({ due, dueAt, nominal })

const remediesOf = ({ served, reconsiderationDecided }: Input, law: CountingLaw) => {
  const reconsideration = period(law, 'enforcement-case.reconsideration', { served })
  const litigation = reconsiderationDecided
    ? period(law, 'enforcement-case.litigation-after-reconsideration', {
        reconsiderationDecided,
      })
    : period(law, 'enforcement-case.litigation', { served })
  const ends =
    reconsiderationDecided || litigation.due > reconsideration.due
      ? litigation.due
      : reconsideration.due
  return { reconsideration, litigation, ends }
}

type Start = { on: Day; by: 'served' | 'deferredTo' | 'remedyEnded' }

/** From the latest of what must be over before the court may be asked. */
const startOf = ({ deferredTo, remedyEnded }: Input, ends: Day): Start => {
  const later: Start[] = [
    { on: deferredTo ?? ends, by: 'deferredTo' },
    { on: remedyEnded ?? ends, by: 'remedyEnded' },
  ]
  return later.reduce((latest, one) => (one.on > latest.on ? one : latest), {
    on: ends,
    by: 'served',
  })
}

/** The window of the court, and what is said of it. */
const courtOf = (input: Input, ends: Day, law: CountingLaw) => {
  const { demandServed, deferredTo } = input
  const start = startOf(input, ends)
  const from = start.on
  const pausesAfter = (start: Day) =>
    input.suspended.flatMap((one) => (one.to > start ? [{ kind: 'suspension', ...one }] : []))
  const running = { running: true }
  const court = period(
    law,
    'enforcement-case.court-application',
    { [start.by]: from },
    { pauses: pausesAfter(from) },
    running,
  )
  const demand = demandServed
    ? period(
        law,
        'enforcement-case.demand',
        { demandServed },
        { pauses: pausesAfter(demandServed) },
        running,
      )
    : null
  const window = courtWindow(court, from, demand)
  const latest = latestDemand(court, law)
  const deferral = deferredTo === null ? null : deferralExplanation(input, ends, start)
  const sentences: Text[] = [
    ...(deferral?.words ? [deferral.words] : []),
    ...(start.by === 'remedyEnded' ? [remedyExplanation(from)] : []),
    court.explanation,
    ...(demand ? [demand.explanation] : []),
    window === null ? lost(court, demand, latest) : latestExplanation(latest),
  ]
  return {
    window,
    latestDemand: latest,
    demand,
    sentences,
    doubts: [court, ...(demand ? [demand] : []), ...(deferral ? [deferral] : [])],
  }
}

/** 处罚法 72: from the end of the deferral; the text is of 2021. An earlier end leaves the general rule of 强制法 53. Null: a remedy has ended later still. */
const deferralExplanation = ({ served, deferredTo }: Input, ends: Day, { by }: Start) => {
  if (by === 'remedyEnded' && deferredTo !== null && deferredTo > ends)
    return { words: null, provisional: false, reasons: [] }
  const doubt = text(
    '2021-07-15以前的法律未规定自暂缓期限结束起算，须由法制人员确认',
    'Before 2021-07-15 no law counted from the end of a deferral: a lawyer must confirm it',
  )
  const words =
    deferredTo !== null && deferredTo > ends
      ? text(
          `经批准暂缓、分期缴纳至${deferredTo}，申请强制执行的期限自该日起计算（${penaltyLawOn(served, 'surcharge').zh}）`,
          `Payment deferred to ${deferredTo}: the period for asking the court is counted from that day (${penaltyLawOn(served, 'surcharge').en})`,
        )
      : text(
          `暂缓期限（${deferredTo}）不晚于救济期限届满（${ends}），申请强制执行的期限仍自救济期限届满之日起计算`,
          `The deferral (${deferredTo}) ends no later than the remedies (${ends}): the period for asking the court still runs from these`,
        )
  const provisional = served < penalty2021Day && deferredTo !== null && deferredTo > ends
  return { words, provisional, reasons: provisional ? [doubt] : [] }
}

/** 强制法 53: while a remedy is pending the court is not asked, so that the time for it is not lost meanwhile either. */
const remedyExplanation = (on: Day): Text =>
  text(
    `复议、诉讼于${on}终结，此前不得申请，申请强制执行的期限自该日起计算（强制法第53条）`,
    `The last remedy ended on ${on}, and before that nobody could ask: the period for asking the court is counted from that day (Coercion Law art. 53)`,
  )

const lost = (court: TimeLimit, demand: TimeLimit | null, latest: Day): Text =>
  text(
    `催告期满（${demand?.due}）之日已无申请时间：申请法院强制执行的期限于${court.rolled}届满，申请的权利已经丧失；催告最迟应于${latest}送达`,
    `When the demand has run out (${demand?.due}) no day is left: the period for asking the court ends on ${court.rolled}, the right is lost; the demand had to be served by ${latest}`,
  )

const latestExplanation = (latest: Day): Text =>
  text(
    `催告最迟应于${latest}送达，期满后才有申请的时间（强制法第54条）`,
    `The demand has to be served by ${latest} to leave a day for the court (Coercion Law art. 54)`,
  )

const noStay = (served: Day, ends: Day, court: boolean): Text => {
  const law = penaltyLawOn(served, 'stay')
  const only = court
    ? text(
        `；法院强制执行申请须在救济期限届满（${ends}）后提出`,
        `; the court may be asked only after they have ended (${ends})`,
      )
    : text('', '')
  return text(
    `复议、诉讼不停止执行（${law.zh}）${only.zh}`,
    `Remedies do not stop execution (${law.en})${only.en}`,
  )
}

/** The longest deferral that can be meant, in months. */
const longestDeferral = 120

/** Nobody can decide on, demand or defer what the party had not received yet. */
const inOrder = ({ served, suspended, ...days }: Input): void => {
  const { reconsiderationDecided, remedyEnded, demandServed, deferredTo } = days
  const named = [
    ...Object.entries({ reconsiderationDecided, remedyEnded, demandServed, deferredTo }),
    ...suspended.map(({ from }, index) => [`suspended/${index}/from`, from] as const),
  ]
  const early = named.find(([, on]) => on !== null && on < served)
  if (early)
    refuse(
      early[0],
      text(`${early[1]} 早于送达日 ${served}`, `${early[1]} is before the service on ${served}`),
    )
  if (deferredTo !== null && deferredTo > addMonths(served, longestDeferral))
    refuse(
      'deferredTo',
      text('暂缓期限超过10年，请核对日期', 'A deferral of more than ten years: check the date'),
    )
  if (demandServed !== null && deferredTo !== null && demandServed <= deferredTo)
    refuse(
      'demandServed',
      text(
        `催告（${demandServed}）在暂缓期限内（至${deferredTo}），罚款尚未到期，应自${addDays(deferredTo, 1)}起催告`,
        `The demand (${demandServed}) falls into the deferral (to ${deferredTo}): nothing is due before ${addDays(deferredTo, 1)}`,
      ),
    )
}

const refuse = (name: string, reason: Text): never => {
  throw invalid(`/${name}`, { pointer: `/${name}`, reason })
}
