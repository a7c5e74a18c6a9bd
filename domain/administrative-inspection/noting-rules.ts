// What may be noted at the place and joined, and what of it may the record not leave out in silence?
import { isSaid, isTimed, isUnwritten, untimed } from '../field-notes/rules.ts'
import { text } from '../language/words.ts'
import { stringIn } from '../model/event-reading.ts'
import { isQuestion } from './acts/noting.ts'
import { isChecklist } from './checklists/checklist.ts'
import { askedBy, mostOthers, othersIn } from './checklists/findings.ts'
import { type InspectionRule, notedIn } from './memory/context.ts'
import { listedIn } from './memory/listed.ts'

const saysSomething = (data: Readonly<Record<string, unknown>>): boolean =>
  [data.answer, data.finding].some((one) => typeof one === 'string') || isSaid(data)

export const noteSays: InspectionRule = ({ context, event }) => {
  const { data } = event
  if (isUnwritten(data)) return true
  if (!saysSomething(data))
    return text('须有检查结果、问题、说明或者照片', 'An answer, a finding, a note or a photo')
  if (!isTimed(data)) return untimed
  const question = stringIn(event, 'question')
  if (question === null && data.answer !== undefined)
    return text('检查结果须对应检查项', 'An answer belongs to a question')
  if (
    question !== null &&
    isChecklist(context.checklist) &&
    !askedBy(context.checklist).has(question)
  )
    return text('该检查项不在本次检查表内', 'The checklist of this visit does not ask that')
  return room({ context, event })
}

const room: InspectionRule = ({ context, event }) => {
  const { seen } = notedIn(context)
  if (event.data.finding === undefined) return true
  const entry = stringIn(event, 'entry')
  if (entry === null) return text('问题须有编号', 'A finding has a name of its own')
  if (seen.includes(entry)) return text('该条目已记录', 'It is noted already')
  return (
    seen.length < mostOthers ||
    text(`检查表以外的问题不得超过${mostOthers}项`, `No more than ${mostOthers} besides the list`)
  )
}

export const joinLawful: InspectionRule = ({ context, event }) => {
  const { seen } = notedIn(context)
  if (seen.length === 0) return text('没有可以合并的问题', 'There is nothing to join')
  if (isUnwritten(event.data)) return true
  const [into, entries] = [stringIn(event, 'into') ?? '', listedIn(event, 'entries')]
  return (
    ((seen.includes(into) || isQuestion(into)) &&
      entries.length > 0 &&
      entries.every((one) => one !== into && seen.includes(one))) ||
    text('所选问题已合并或者不存在', 'One of them is joined already, or is not there')
  )
}

/** Whatever a phone has found is in the record, or the record says why it is not. Before the form is filled nothing is left out. */
export const nothingDropped: InspectionRule = ({ context, event }) => {
  const { unmet, seen } = notedIn(context)
  if (event.data.situation === undefined || typeof event.data.differs === 'string') return true
  const missing =
    unmet.filter((name) => event.data[name] !== 'no').length +
    Math.max(0, seen.length - othersIn(event.data))
  return (
    missing === 0 ||
    text(
      `现场条目中有${missing}项问题未列入记录，须说明理由`,
      `Of what was noted ${missing} are not in the record: say why`,
    )
  )
}

/** A visit that ends without its record says what becomes of what was noted. */
export const notedAnswered: InspectionRule = ({ context, event }) => {
  const { unmet, seen } = notedIn(context)
  return (
    event.data.facts === undefined ||
    unmet.length + seen.length === 0 ||
    typeof event.data.differs === 'string' ||
    text(
      `现场条目中有${unmet.length + seen.length}项问题，须说明如何处理`,
      `${unmet.length + seen.length} findings were noted: say what becomes of them`,
    )
  )
}
