// Who asks for what at which task in the tests of signers?
import type { LookedUp } from '../../domain/model/decision-context.ts'
import type { Asking } from '../../domain/tasks/hands.ts'
import { actor } from '../support/people/cast.ts'
import { at, taskWith } from '../support/tasks-made-up.ts'

export const [lin, wu, chen, ji, qi, jiang] = [
  actor('lin'),
  actor('wu'),
  actor('chen'),
  actor('ji'),
  actor('qi'),
  actor('jiang'),
]

export const committee = '330802-committee/supervisor'
export const holder = { id: 'wu', name: '吴检查' }
export const delegated = { from: holder, to: { id: 'ji', name: '季督办' }, at }

export const asking = (changes: Partial<Asking> = {}): Asking => ({
  task: taskWith(),
  by: lin,
  data: {},
  returnTargets: [],
  lenders: [],
  region: '330802',
  ...changes,
})
export const found = (id: string, groups: string[] = [committee]): LookedUp => ({
  people: [{ id, name: actor(id).name, groups }],
  posts: [],
  fact: null,
})
export const foundPost = (group: string, holders: number): LookedUp => ({
  people: [],
  posts: [{ group, name: '岗位', holders }],
  fact: null,
})
export const zh = (verdict: unknown) => (verdict === true ? true : (verdict as { zh: string }).zh)
