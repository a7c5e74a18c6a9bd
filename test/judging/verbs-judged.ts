// Which verbs are judged in these tests?
import type { Judgement } from '../../domain/engine/judging/judgement.ts'
import { hazardRectification as process } from '../../domain/hazard-rectification/process.ts'
import type { Act } from '../../domain/model/command.ts'
import { reported } from '../hazard-rectification/samples.ts'
import { actor } from '../support/people/cast.ts'
import { at } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

export const [lin, wu, chen, ji, qi] = [
  actor('lin'),
  actor('wu'),
  actor('chen'),
  actor('ji'),
  actor('qi'),
]
export const { record } = opened(process, qi, reported, at)
export const context = decisionContextAt(at)
export const act = (
  type: string,
  data: Record<string, unknown> = {},
  taskId: string | null = null,
): Act => ({ type, data, taskId })
export const said = (judgement: Judgement) =>
  judgement.allowed
    ? 'allowed'
    : `${judgement.code}: ${judgement.reasons.map(({ zh }) => zh).join('；')}`
