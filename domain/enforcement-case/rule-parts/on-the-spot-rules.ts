// What is asked of officers who punish on the spot, and of the cash that they take?
import { text } from '../../language/words.ts'
import { stringIn } from '../../model/event-reading.ts'
import { isCivilDate } from '../../model/fields.ts'
import type { Verdict } from '../../model/process.ts'
import { branch, every } from '../../model/rule.ts'
import { certificatesShown } from '../../registers/officer-certificate/shown.ts'
import type { EnforcementContext, EnforcementRule } from '../memory/context.ts'
import { heavier, penaltyIn } from '../memory/kinds.ts'
import { onTheSpotOf, takenInCash } from '../memory/on-the-spot.ts'
import { reckoned, todayOf } from '../memory/penalties.ts'
import { heardFirst, notHeavier } from './decision-rules.ts'
import { punishedWithinStandard, withinDiscretionOnTheSpot } from './discretion-rules.ts'
import { penaltyWhole } from './investigation-rules.ts'
import { noticeOnce, penaltyOnce } from './once-rules.ts'

type Input = Parameters<EnforcementRule>[0]

const onTheSpot: EnforcementRule = ({ context }) =>
  context.onTheSpot || text('本案适用普通程序', 'This case goes the ordinary way')

/** 处罚法 51: by the amounts of the day; over them it is filed. */
const withinLimit: EnforcementRule = ({ context, event }): Verdict => {
  if (event.data.penalties === undefined) return true
  const { fine } = penaltyIn(event.data)
  const reckoning = onTheSpotOf(context, fine, event)
  if (reckoning.allowed) return true
  const why = reckoned({ ...reckoning, reckoning: reckoning.reckoning.slice(0, 2) })
  return text(
    `${why.zh}，请转为普通程序（《行政处罚法》第五十一条、第五十四条）`,
    `${why.en}; go over to the ordinary procedure (Penalty Law art. 51, 54)`,
  )
}

const whole: EnforcementRule = ({ event: { data } }) =>
  data.penalties === undefined ? true : penaltyWhole(data)

/** 处罚法 44, 55. */
const toldAll: EnforcementRule = ({ event: { data } }) =>
  data.rightsTold !== false ||
  text(
    '须出示执法证件，告知事实、理由、依据和陈述申辩权利（《行政处罚法》第四十四条、第五十五条）',
    'Show the certificates and tell facts, grounds, basis and rights (Penalty Law art. 44, 55)',
  )

/** 处罚法 45(2): nobody is punished harder because he has spoken. */
const notHeavierForSpeaking: EnforcementRule = ({ context, event: { data } }) =>
  data.penalties === undefined ||
  !context.defended ||
  !heavier(penaltyIn(data), context) ||
  text(
    '不得因当事人陈述、申辩而给予更重的处罚（《行政处罚法》第四十五条）',
    'Nobody is punished harder because he has spoken (Penalty Law art. 45)',
  )

/** 处罚法 68, 69: a hundred yuan or less, hard to collect later, or a remote place and at the wish of the party. */
const cashLawful: EnforcementRule = ({ context, event }): Verdict => {
  const { data } = event
  if (!takenInCash(data) || data.cashGround === undefined) return true
  if (data.cashGround === 'remote') return true
  const hardToCollectLater = data.cashGround === 'hard'
  const reckoning = onTheSpotOf(context, penaltyIn(data).fine, event, { hardToCollectLater })
  if (reckoning.cashAllowed) return true
  const why = reckoned({ reckoning: reckoning.reckoning.slice(2), reasons: [] })
  return text(`${why.zh}（《行政处罚法》第六十八条）`, `${why.en} (Penalty Law art. 68)`)
}

const decidedLawfully = every<EnforcementContext>(
  heardFirst,
  whole,
  notHeavier,
  withinLimit,
  punishedWithinStandard,
  penaltyOnce,
  cashLawful,
)

const owedAfter = ({ event: { data } }: Input): boolean =>
  penaltyIn(data).fine > 0 && !takenInCash(data)
const elsewhere = text('按缴纳方式进入其他环节', 'It goes another way by how it is paid')

const onADay =
  (name: string, from: (context: EnforcementContext) => string | null): EnforcementRule =>
  ({ context, event }) => {
    const day = stringIn(event, name)
    if (day === null) return true
    if (!isCivilDate(day) || day > todayOf(event))
      return text('日期不得晚于今日', 'The day may not lie in the future')
    return (
      day >= (from(context) ?? day) ||
      text('日期不得早于上一环节', 'The day may not lie before the step before it')
    )
  }

export const onTheSpotRules = {
  onTheSpot,
  tellLawful: every<EnforcementContext>(
    certificatesShown,
    toldAll,
    whole,
    notHeavierForSpeaking,
    withinLimit,
    withinDiscretionOnTheSpot,
    noticeOnce,
  ),
  punishedToPay: branch<EnforcementContext>(decidedLawfully, owedAfter, elsewhere),
  punishedToClose: branch<EnforcementContext>(
    decidedLawfully,
    (input) => !owedAfter(input),
    elsewhere,
  ),
  owedOnTheSpot: (input) => owedAfter(input) || text('没有待缴罚款', 'No fine is to be paid'),
  cashTaken: ({ event: { data } }) =>
    takenInCash(data) || text('没有当场收缴罚款', 'No cash was taken'),
  handInLawful: onADay('handedOn', ({ decidedOn }) => decidedOn),
  remitLawful: onADay('remittedOn', ({ cashHandedOn }) => cashHandedOn),
} satisfies Record<string, EnforcementRule>
