// Which cases are exercises (演练), and what keeps an exercise and the real thing apart?
import { type Text, text } from '../../language/words.ts'
import type { Opener } from '../link.ts'
import type { ProcessDefinition } from '../process.ts'
import type { CaseRecord } from '../record.ts'

/** Before the title of whatever is an exercise, and of nothing else. */
export const exerciseMark = '【演练】'

/** By its title, which says so from its first moment on and never changes; lists and counts in the database go by the same. */
export const isExercise = ({ title }: Pick<CaseRecord, 'title'>): boolean =>
  title.startsWith(exerciseMark)

/** A title without the mark, of whatever it is. */
export const unmarkedTitle = (title: string): string =>
  isExercise({ title }) ? unmarkedTitle(title.slice(exerciseMark.length)) : title

/** The title of a case as it must be. */
export const markedTitle = (title: string, exercise: boolean): string =>
  exercise ? `${exerciseMark}${title}` : title

/** Whether the first form of a case says that it is an exercise; a process that names no such form has none. */
export const reportsExercise = (
  { start }: Pick<ProcessDefinition, 'start'>,
  data: Record<string, unknown>,
): boolean => start.exercise?.(data) ?? false

const apart = text(
  '演练只能启动演练，真实案件只能启动真实案件',
  'An exercise leads to exercises alone, and what is real to what is real',
)
const noneHere = text(
  '本类案件没有演练；真实案件的名称不得以【演练】开头',
  'There are no exercises of this kind; what is real is not titled as one',
)
const notRegistered = text(
  '演练须勾选“演练”；真实案件的名称不得以【演练】开头',
  'An exercise is marked as one in the form; what is real is not titled as one',
)

/** Why a new case may not be: what opens it is an exercise and it is not, or the reverse; or its title alone claims to be one. */
export const exerciseFault = (
  process: Pick<ProcessDefinition, 'start'>,
  data: Record<string, unknown>,
  { title, opener }: { title: string; opener?: Opener | undefined },
): Text | null => {
  const exercise = reportsExercise(process, data)
  if (opener && (opener.drill === true) !== exercise) return apart
  if (isExercise({ title }) === exercise) return null
  return process.start.exercise ? notRegistered : noneHere
}

/** Why an act of one case may not fall on another; null: both are exercises, or neither is. */
export const actsApart = (from: { title: string }, to: { title: string }): Text | null =>
  isExercise(from) === isExercise(to)
    ? null
    : text('演练与真实案件互不办理', 'An exercise does not act on what is real, nor the reverse')
