// What must a process declare so that everybody can be told how to apply: that which neither its chart, its forms nor the rule book know?
import { type Text, text } from '../language/words.ts'
import type { Cite } from '../law/rules/norms.ts'

/** The five steps in which an applicant thinks, in their order. */
export const stages = {
  apply: text('申请', 'Application'),
  accept: text('受理', 'Acceptance'),
  review: text('审查', 'Review'),
  decide: text('决定', 'Decision'),
  serve: text('送达', 'Service'),
} as const satisfies Record<string, Text>

export type Stage = keyof typeof stages
export const stageNames = Object.keys(stages) as Stage[]

/** One legal limit of a step by its clock, the promised ones that stand beside it, and for which applications. */
export type GuideLimit = { stage: Stage; clock: string; promised: string[]; when?: Text }

export type GuideDefinition = {
  /** Who decides on it. */
  organ: Text
  /** 受理条件, each on its article. */
  conditions: { words: Text; cites: readonly Cite[] }[]
  /** 申请材料: how each file of the form has to look, and when it is needed, by the name of its field. */
  materials: Record<string, { shape: Text; when: Text }>
  /** States of the chart in each step; a name stands for all that lies in it. What is named nowhere comes after them all. */
  stages: Record<Stage, readonly string[]>
  limits: GuideLimit[]
  /** 特殊环节 that no clock knows as a pause. */
  special: { words: Text; counted: boolean; cites: readonly Cite[] }[]
  /** 设定依据. */
  basis: readonly Cite[]
  fees: Text
  /** 到现场次数: how often an applicant has to come. */
  visits: { n: number; words: Text }
  /** 结果名称: the events whose documents are the result, and the clock that says how long it holds. */
  results: { event: string; validity?: string }[]
}

/** The step that a state of the chart lies in; null: after them all, or beside them. */
export const stageOf = ({ stages }: Pick<GuideDefinition, 'stages'>, state: string): Stage | null =>
  stageNames.find((stage) =>
    stages[stage].some((name) => state === name || state.startsWith(`${name}.`)),
  ) ?? null
