// Who may file, investigate and report an enforcement case, and what must be found before anything is proposed?
import { text } from '../../language/words.ts'
import { personIn, stringIn } from '../../model/event-reading.ts'
import { isCivilDate } from '../../model/fields.ts'
import type { Verdict } from '../../model/process.ts'
import { every } from '../../model/rule.ts'
import { isRegion, regionAt } from '../../organisation/regions.ts'
import { certificatesShown } from '../../registers/officer-certificate/shown.ts'
import type { EnforcementContext, EnforcementEvent, EnforcementRule } from '../memory/context.ts'
import { mostFine, penaltyIn } from '../memory/kinds.ts'
import { limitationOf, reckoned, todayOf } from '../memory/penalties.ts'

const filedByAnother: EnforcementRule = ({ context, event }) =>
  context.proposer === null ||
  personIn(event) !== context.proposer ||
  text('提请立案的人员不得审批立案', 'Whoever has proposed the filing may not decide on it')

/** 处罚法 43: whoever has recused himself has no hand in the case or in any of its items any more. */
export const notRecused: EnforcementRule = ({ context, event }) =>
  event.type === 'recuse' ||
  !context.recused.includes(personIn(event) ?? '') ||
  text(
    '已回避的人员不得参与本案办理（《行政处罚法》第四十三条）：请由其他执法人员办理，没有其他人员的，报上级机关指定',
    'Whoever has recused himself takes no part (Penalty Law art. 43): another officer goes on, or the superior authority names one',
  )

/** 处罚法 43: before the penalty is decided. */
const recusable: EnforcementRule = ({ context, event }) => {
  if (context.decidedOn !== null) return text('处罚决定已作出', 'The penalty was decided')
  return (
    !context.recused.includes(personIn(event) ?? '') ||
    text('您已申请回避', 'You have recused yourself already')
  )
}

/** 处罚法 43: where its head stands aside and nothing is decided; above a city nobody is on this platform. */
const superiorCompetent: EnforcementRule = ({ context, event }) => {
  const { region, data } = event
  if (context.decidedOn !== null) return text('处罚决定已作出', 'The penalty was decided')
  if (context.leaderRecused !== true)
    return text(
      '本机关负责人未回避，由本机关办理（《行政处罚法》第四十三条）',
      'No leader has recused himself: this authority goes on (Penalty Law art. 43)',
    )
  if (region !== undefined && isRegion(region) && regionAt(region, 'city') === region)
    return text(
      '市级机关负责人回避的，由集体讨论确定的其他负责人办理，或者以书面报省级机关指定',
      'Of a city another leader decides, as they agree on, or the province names somebody in writing',
    )
  const on = stringIn(event, 'discussedOn')
  if (on !== null && (!isCivilDate(on) || on > todayOf(event)))
    return text('讨论日期不得晚于今日', 'It was not discussed in the future')
  return (
    data.to === undefined ||
    region === undefined ||
    !isRegion(region) ||
    data.to === regionAt(region, 'city') ||
    text('只能报本机关的上级机关', 'It goes to the superior of this authority alone')
  )
}

/** 处罚法 43, 46, 55: the party knows its rights, and nothing is taken in days to come. */
const takenLawfully: EnforcementRule = ({ event }) => {
  if (event.data.recusalTold === false)
    return text(
      '须出示执法证件并告知当事人申请回避的权利（《行政处罚法》第四十三条、第五十五条）',
      'Show the certificates and tell the party that it may ask for recusal (Penalty Law art. 43, 55)',
    )
  const takenOn = stringIn(event, 'takenOn')
  return (
    takenOn === null ||
    (isCivilDate(takenOn) && takenOn <= todayOf(event)) ||
    text('取证日期不得晚于今日', 'Evidence is not taken in the future')
  )
}

const evidenceGathered: EnforcementRule = ({ context }) =>
  context.evidence ||
  text(
    '尚无调查取证记录，不得终结调查（《行政处罚法》第五十四条）',
    'Nothing has been gathered as evidence yet (Penalty Law art. 54)',
  )

/** A penalty has a kind, and a fine an amount. */
export const penaltyWhole = (data: Record<string, unknown>): Verdict => {
  const { fine, penalties } = penaltyIn(data)
  if (penalties.length === 0) return text('建议处罚的，须选择处罚种类', 'A penalty has a kind')
  return penalties.includes('fine') === fine > 0 || text('罚款须填写数额', 'A fine has an amount')
}

/** 处罚法 36: too old an act is not punished. */
const reportInTime = (event: EnforcementEvent, discovered: string): Verdict => {
  const actEnded = stringIn(event, 'actEnded')
  if (!isCivilDate(actEnded)) return text('行为终了日期无效', 'The day of the act is not a date')
  if (actEnded > todayOf(event))
    return text('行为终了日期不得晚于今日', 'The act cannot end in the future')
  // An act that still goes on when it is found ends with the investigation at the earliest.
  if (actEnded >= discovered) return true
  const circumstances = Array.isArray(event.data.circumstances) ? event.data.circumstances : []
  const reckoning = limitationOf(
    { actEnded, discovered, seriousHarm: circumstances.includes('serious-harm') },
    event,
  )
  if (reckoning.expired !== true) return true
  const why = reckoned(reckoning)
  return text(`${why.zh}（《行政处罚法》第三十六条）`, `${why.en} (Penalty Law art. 36)`)
}

const mustSpare = text(
  '违法行为轻微并及时改正，没有造成危害后果的，不予行政处罚（《行政处罚法》第三十三条）',
  'Minor, corrected in time and without harm: it is not punished (Penalty Law art. 33)',
)

const proposalLawful: EnforcementRule = ({ context, event }) => {
  const { data } = event
  if (data.advice !== 'penalty') return true
  const circumstances: unknown[] = Array.isArray(data.circumstances) ? data.circumstances : []
  if (['minor', 'corrected', 'no-harm'].every((one) => circumstances.includes(one)))
    return mustSpare
  const whole = penaltyWhole(data)
  if (!context.daily && penaltyIn(data).fine > mostFine)
    return text(
      '罚款过大，只有按日连续处罚可以超过十亿元',
      'Too large: only a daily fine may be more than a thousand million yuan',
    )
  return whole === true ? reportInTime(event, context.discoveredOn ?? todayOf(event)) : whole
}

export const investigationRules = {
  filedByAnother,
  evidenceLawful: every<EnforcementContext>(takenLawfully, certificatesShown),
  reportLawful: every<EnforcementContext>(evidenceGathered, proposalLawful),
  recusable,
  superiorCompetent,
  penaltyProposed: ({ context }) =>
    context.punish || text('调查报告未建议处罚', 'The report proposes no penalty'),
  exitProposed: ({ context }) =>
    !context.punish || text('调查报告建议处罚，应当先行告知', 'The report proposes a penalty'),
} satisfies Record<string, EnforcementRule>
