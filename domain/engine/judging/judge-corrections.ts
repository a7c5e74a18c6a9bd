// May this actor ask for a correction, or approve it?
import { type Text, text } from '../../language/words.ts'
import type { Act } from '../../model/command.ts'
import type { DecisionContext, LookedUp } from '../../model/decision-context.ts'
import { reportsExercise } from '../../model/exercises/exercise.ts'
import { entranceTelephone } from '../../model/own-matter/concern.ts'
import { definitionOf, type Field, type ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { Actor, Appointment } from '../../organisation/actor.ts'
import { asOne } from '../../organisation/own-posts.ts'
import { hasInHand } from '../../tasks/case-offices.ts'
import type { CaseVerb } from '../../tasks/verbs.ts'
import { itemKindOf } from '../items/parts.ts'
import { corrected, isChosen } from './correction.ts'
import { correctionVerdict, describedAnew, followsCorrection } from './followed-correction.ts'
import { type Judgement, refused } from './judgement.ts'

type Fact = NonNullable<LookedUp['fact']>

const noneWaiting = text('没有待批准的更正', 'No correction is waiting')

/** Which posts ask for a correction of a case, or approve one: those of an office that has it in hand. */
export const correctsBy =
  (process: ProcessDefinition, record: CaseRecord, verb: string) =>
  (held: Appointment): boolean =>
    (verb === 'request-correction' || held.role === 'section-chief' || held.role === 'leader') &&
    hasInHand(process, record, held)

export const mayCorrect = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  verb: CaseVerb,
): Judgement => {
  const held = by.kind === 'person' ? by.appointments : []
  if (
    by.kind !== 'person' ||
    by.enterprise !== null ||
    !held.some(correctsBy(process, record, 'request-correction'))
  )
    return refused(
      'not-allowed',
      text('更正由本案的经办机关办理', 'Corrections are made by the offices of the case'),
    )
  if (verb === 'request-correction') return { allowed: true }
  if (Object.keys(record.corrections).length === 0) return refused('not-possible-now', noneWaiting)
  return held.some(correctsBy(process, record, verb))
    ? { allowed: true }
    : refused(
        'not-allowed',
        text('更正须由科长或局领导批准', 'A section chief or leader approves corrections'),
      )
}

/** Somebody has been sent out by an item, or has answered for one: what was said then is not made something else; but for a telephone that was mistyped, by which somebody else would come in. */
const ofItem = (
  process: ProcessDefinition,
  { lookedUp }: DecisionContext,
  fields: readonly string[],
): Text | null => {
  const kind = lookedUp?.fact ? itemKindOf(process, lookedUp.fact) : undefined
  if (!kind || !lookedUp?.fact) return null
  const telephone = entranceTelephone(kind)
  const only = fields.length > 0 && fields.every((name) => name === telephone)
  if (only && lookedUp.fact.type === kind.opens) return null
  const { zh, en } = kind.words
  return text(
    `${zh}的记录不能更正；内容有误的，请收回后另行下达`,
    `What was said with this is not corrected (${en}): recall it and give another`,
  )
}

export const judgeCorrection = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  act: Act,
  decisionContext: DecisionContext,
): Judgement => {
  const wanted = record.corrections[String(act.data.seq)]
  if (act.type === 'refuse-correction')
    return wanted ? { allowed: true } : refused('not-possible-now', noneWaiting)
  const approves = act.type === 'approve-correction'
  const fields = approves ? Object.keys(wanted?.data ?? {}) : [String(act.data.field)]
  const sent = ofItem(process, decisionContext, fields)
  if (sent) return refused('not-possible-now', sent)
  if (!approves) return judgeRequest(process, record, act, decisionContext)
  if (!wanted) return refused('not-possible-now', noneWaiting)
  if (by.kind === 'person' && asOne(record, by).includes(wanted.by))
    return refused('not-allowed', text('申请人不得自行批准', 'Who asked for it may not approve it'))
  return judgeFollowed(process, record, wanted.data, decisionContext)
}

const judgeRequest = (
  process: ProcessDefinition,
  record: CaseRecord,
  act: Act,
  decisionContext: DecisionContext,
): Judgement => {
  if (!decisionContext.lookedUp) return { allowed: true }
  const { fact } = decisionContext.lookedUp
  if (!fact || !isStated(process, fact, String(act.data.field)))
    return refused('invalid-input', text('没有这条记录或字段', 'There is no such record or field'))
  const is = corrected(process, fact, act.data, decisionContext.at)
  if (!is)
    return refused(
      'invalid-input',
      text(
        '更正后的内容不符合该记录的填写要求；更正后另有必填内容的，在“另须填写”中一并填写',
        'The corrected content does not fit the form of that record; what it needs besides is given with it',
      ),
    )
  if (becomesOther(process, fact, is))
    return refused(
      'invalid-input',
      text(
        '演练与真实事件不能互相更正；请另行登记',
        'An exercise is never corrected into the real thing, nor the reverse: report it anew',
      ),
    )
  return judgeFollowed(process, record, is, decisionContext)
}

/** A moment that was left open stands for that of the act, and says so as much as one that was written down. */
const isStated = (
  process: ProcessDefinition,
  { type, data }: { type: string; data: Record<string, unknown> },
  field: string,
): boolean =>
  Object.hasOwn(data, field) ||
  (definitionOf(process, type)?.fields ?? []).some(
    ({ name, kind, confidential }) => name === field && kind === 'moment' && !confidential,
  )

/** What an item was told is not corrected but for a telephone, which its chart does not remember. What an act may not say it is not corrected to. */
const judgeFollowed = (
  process: ProcessDefinition,
  record: CaseRecord,
  is: Record<string, unknown>,
  decisionContext: DecisionContext,
): Judgement => {
  const fact = decisionContext.lookedUp?.fact
  if (!fact || itemKindOf(process, fact)) return { allowed: true }
  const { region, owner } = describedAnew(process, record, fact, is)
  if (region !== undefined || owner !== undefined)
    return refused('not-possible-now', movedOtherwise(process))
  const verdict = correctionVerdict(process, record, fact, is, decisionContext)
  if (verdict !== true) return refused('invalid-input', verdict)
  return followsCorrection(process, record, fact, is, decisionContext)
    ? { allowed: true }
    : refused(
        'not-possible-now',
        text(
          '案件已据此项内容继续办理，不能更正；请撤回或者退回该步骤后重新办理，或者另行登记',
          'The case has gone on by this, so it is not corrected: take the step back or return it and do it anew, or record what is right',
        ),
      )
}

/** By which acts of its own a case comes to lie elsewhere or to concern another, where it has some. */
const movedOtherwise = ({ events }: ProcessDefinition): Text => {
  const ways = Object.values(events).flatMap(({ moves, words }) => (moves ? [words] : []))
  const [zh, en] = [ways.map((one) => `“${one.zh}”`), ways.map((one) => `“${one.en}”`)]
  return text(
    `案件所在地区和所涉单位决定由谁办理、由谁查看，不能以更正改变；${zh.length > 0 ? `请以${zh.join('、')}办理，或者` : '请'}办结本案后另行登记`,
    `Where a case lies and whom it concerns decides who handles and reads it, so it is not corrected: ${en.length > 0 ? `use ${en.join(', ')}, or ` : ''}end the case and record the right one`,
  )
}

/** Kinds of answers that are written down as one line of words. */
const written: readonly Field['kind'][] = [
  'text',
  'long-text',
  'date',
  'choice',
  'choices',
  'number',
  'boolean',
  'place',
  'lines',
  'moment',
]

/** The answers of a fact that somebody may ask to have corrected, in the order of its form; what becomes of the case by a new one is judged when it is sent. */
export const correctableFields = (
  process: ProcessDefinition,
  record: CaseRecord,
  fact: Fact,
): Field[] => {
  const definition = definitionOf(process, fact.type)
  const kind = itemKindOf(process, fact)
  const only = kind && (fact.type === kind.opens ? entranceTelephone(kind) : '')
  return (definition?.fields ?? []).filter((field) => {
    const { name } = field
    if (only !== undefined) return name === only && isStated(process, fact, name)
    return (
      !field.systemSupplied &&
      written.includes(field.kind) &&
      (!field.kind.startsWith('choice') || Object.keys(field.choices ?? {}).length > 0) &&
      isStated(process, fact, name) &&
      !(definition && isChosen(definition, name)) &&
      !staysWithCase(process, record, fact, name)
    )
  })
}

/** Another word in this place would move the case, or make an exercise of it. */
const staysWithCase = (
  process: ProcessDefinition,
  record: CaseRecord,
  fact: Fact,
  name: string,
): boolean => {
  const other = { [name]: fact.data[name] === true ? false : anyOther }
  const { region, owner } = describedAnew(process, record, fact, other)
  return (
    region !== undefined ||
    owner !== undefined ||
    becomesOther(process, fact, { [name]: fact.data[name] !== true })
  )
}
/** No answer of any form. */
const anyOther = '\u0000'

/** Its title, its documents and whatever it has opened would still say what it was. */
const becomesOther = (
  process: ProcessDefinition,
  { type, data }: { type: string; data: Record<string, unknown> },
  is: Record<string, unknown>,
): boolean =>
  type === process.start.type &&
  reportsExercise(process, data) !== reportsExercise(process, { ...data, ...is })
