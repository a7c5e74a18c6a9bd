// When may several authorities handle one application together, and have all of them answered?

import { type Text, text } from '../language/words.ts'
import type { CaseEvent, Rule } from '../model/process.ts'
import { officeKinds } from '../organisation/offices.ts'
import type { Application } from './context.ts'
import type { Hearing } from './hearing-rules.ts'

export type Joint = {
  /** Authorities that handle it too, and those of them that have not answered yet. */
  jointWith: string[]
  unanswered: string[]
}
type Handled = Application & Hearing & Joint
type JointRule = Rule<Handled>
type Note = (input: { context: Handled; event: Omit<CaseEvent, 'type'> }) => Partial<Joint>

/** The member authorities of the safety committee that an application may concern. */
export const bureaus = Object.fromEntries(
  (
    [
      'market-regulation',
      'housing',
      'transport',
      'police',
      'environment',
      'fire',
      'water-resources',
    ] as const
  ).map((kind) => [kind, officeKinds[kind]]),
) as Record<string, Text>

export const alone: Joint = { jointWith: [], unanswered: [] }

/** What each act of a joint handling leaves behind. */
export const jointNotes = {
  noteJoined: ({ event: { data } }) => {
    const named = Array.isArray(data.bureaus)
      ? data.bureaus.filter((one): one is string => Object.hasOwn(bureaus, String(one)))
      : []
    return { jointWith: named, unanswered: named }
  },
  noteAnswered: ({ context, event: { data } }) => ({
    unanswered: context.unanswered.filter((one) => one !== data.bureau),
  }),
} satisfies Record<string, Note>

/** Whether several authorities handle the application in hand; a case of an earlier chart knows nothing of it. */
export const isJoint = ({ jointWith }: Record<string, unknown>): boolean =>
  Array.isArray(jointWith) && jointWith.length > 0

/** 许可法 42(2): the head of the government lengthens what several authorities handle, that of the authority what it handles alone. */
export const approvedByWhoMay: JointRule = ({ context, event }) => {
  const { by, governmentApproval } = event.data
  if (by === undefined || isJoint(context) === (governmentApproval !== undefined)) return true
  return isJoint(context)
    ? text(
        '联合办理的审查期限由本级人民政府负责人批准延长，请填写批准文号（《行政许可法》第四十二条第二款）',
        'The head of the government extends what several authorities handle: give the number of that approval (Licensing Law art. 42(2))',
      )
    : text(
        '未联合办理的审查期限由本机关负责人批准延长',
        'What is not handled jointly is extended by the head of the authority',
      )
}

const isRequestedBureau: JointRule = ({ context, event }) =>
  event.data.bureau === undefined ||
  context.unanswered.includes(String(event.data.bureau)) ||
  text('该部门未参与联合办理或者已经答复', 'That authority does not handle it, or has answered')

/** By the names that every chart of a licence uses. */
export const jointRules = {
  /** 许可法 26, 42(2): the longer period takes the place of the ordinary one from acceptance on, so nothing may have stopped or lengthened that. */
  jointFromTheStart: ({ context }) =>
    (!context.extended && !context.everStopped && context.hearing === null && !context.visited) ||
    text(
      '审查已中止过、延长或者已完成现场核查，不能再改为联合办理',
      'The review was stopped, extended or has seen the site already',
    ),

  anotherAnswers: (input) =>
    input.context.unanswered.length > 1
      ? isRequestedBureau(input)
      : text('只剩一个部门未答复', 'Only one has not answered'),
  lastAnswers: (input) =>
    input.context.unanswered.length === 1
      ? isRequestedBureau(input)
      : text('还有其他部门未答复', 'Others have not answered yet'),
} satisfies Record<string, JointRule>

/** 许可法 26: no opinion before all who were asked have given theirs. */
export const allAnswered: JointRule = ({ context }) => {
  if (context.unanswered.length === 0) return true
  const names = context.unanswered.map((one) => bureaus[one] ?? text(one, one))
  return text(
    `联合办理的部门尚未全部答复：${names.map(({ zh }) => zh).join('、')}`,
    `Not all have answered: ${names.map(({ en }) => en).join(', ')}`,
  )
}
