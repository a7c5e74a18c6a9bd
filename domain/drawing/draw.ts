// How does a draw stand: who has bound himself, who has said his secret, what was drawn, and what may be done next?
import { DomainError } from '../language/errors.ts'
import { type Text, text } from '../language/words.ts'
import type { Day } from '../time/days.ts'
import type { Instant } from '../time/instant.ts'
import {
  commitmentTo,
  platform,
  type Recusal,
  seedOf,
  substituteFor,
  type Visit,
  visitsOf,
  withRecusals,
} from './lot.ts'
import { type Pool, poolHash } from './pool.ts'

/** What happened to a draw, in order; nothing of it is ever rewritten. */
export type DrawStep = { seq: number; person: string; name: string; at: Instant } & (
  | { kind: 'commitment'; data: { hash: string } }
  | { kind: 'reveal'; data: { secret: string } }
  /** `secret`: of the platform. */
  | { kind: 'drawn'; data: Lot }
  | { kind: 'recusal'; data: Recusal }
  /** Their day has passed: the visits that are still to be opened are of another. */
  | { kind: 'day'; data: NewDay }
  /** Its case is being opened with these officers: kept before anybody is asked for it. */
  | { kind: 'opening'; data: { nth: number; officers: string[] } }
  | { kind: 'visit'; data: { nth: number; caseId: string | null; reasons: Text[] } }
)

/** Of all visits that are still to be opened, so that waiting leaves out none of them. */
export type NewDay = { day: Day; reason: string }

type Lot = { secret: string; seed: string; visits: Visit[] }

export type Draw = { id: string; pool: Pool; poolSha256: string; steps: DrawStep[] }

/** Two people, so that neither alone can choose the seed. */
const people = 2

export type DrawPhase = 'committing' | 'revealing' | 'drawn'

const ofKind = <Kind extends DrawStep['kind']>({ steps }: Pick<Draw, 'steps'>, kind: Kind) =>
  steps.filter((one): one is Extract<DrawStep, { kind: Kind }> => one.kind === kind)

export const phaseOf = (draw: Pick<Draw, 'steps'>): DrawPhase => {
  if (ofKind(draw, 'drawn').length > 0) return 'drawn'
  return ofKind(draw, 'commitment').length < people ? 'committing' : 'revealing'
}

const refuse = (zh: string, en: string): never => {
  throw new DomainError('not-possible-now', [text(zh, en)])
}

/** Refuses what nobody may say now; answers what is to be kept. */
export const commitment = (draw: Draw, person: string, hash: string): { hash: string } => {
  if (phaseOf(draw) !== 'committing') refuse('两人已提交承诺值', 'Two people have bound themselves')
  if (ofKind(draw, 'commitment').some((one) => one.person === person))
    refuse('您已提交承诺值，须由另一人提交', 'You have; another person has to')
  return { hash }
}

export const reveal = (draw: Draw, person: string, secret: string): { secret: string } => {
  if (phaseOf(draw) !== 'revealing')
    refuse('两人提交承诺值后方可公开', 'Nothing is said before two people have bound themselves')
  const bound = ofKind(draw, 'commitment').find((one) => one.person === person)
  if (!bound) refuse('您没有提交承诺值', 'You have not bound yourself')
  if (ofKind(draw, 'reveal').some((one) => one.person === person))
    refuse('您已公开', 'You have said it')
  if (bound?.data.hash !== commitmentTo(draw.id, person, secret))
    throw new DomainError('invalid-input', [
      text('与您提交的承诺值不符', 'It is not what you have bound yourself to'),
    ])
  return { secret }
}

/** Once both have said theirs: the secret of the platform, the seed, and who is visited by whom. Null: one is still silent. */
export const lotOf = (draw: Draw, secret: string): Lot | null => {
  const said = new Map(ofKind(draw, 'reveal').map(({ person, data }) => [person, data.secret]))
  const secrets = ofKind(draw, 'commitment').flatMap(({ person }) => said.get(person) ?? [])
  const [one, other] = secrets
  if (one === undefined || other === undefined) return null
  if (draw.pool.platform !== commitmentTo(draw.id, platform, secret))
    refuse(
      '平台密钥已更换，与封存时的承诺值不符，请重新发起抽取',
      'The secret of the platform is not what it has bound itself to: begin a new draw',
    )
  const seed = seedOf(draw.poolSha256, [one, other, secret])
  return { secret, seed, visits: visitsOf(draw.pool, seed) }
}

/** The visits with everybody replaced who may not go; empty before the draw. */
export const visitsNow = (draw: Draw): Visit[] => {
  const [lot] = ofKind(draw, 'drawn')
  if (!lot) return []
  const recusals = ofKind(draw, 'recusal').map(({ data }) => data)
  return withRecusals(draw.pool, lot.data.seed, lot.data.visits, recusals)
}

export type OpenedVisit = { nth: number; caseId: string | null; reasons: Text[] }
export const openedVisits = (draw: Draw): OpenedVisit[] =>
  ofKind(draw, 'visit').map(({ data }) => data)

export const recusal = (draw: Draw, { nth, officer, reason }: Recusal): Recusal => {
  const [lot] = ofKind(draw, 'drawn')
  const visit = visitsNow(draw)[nth - 1]
  if (!lot || !visit?.officers.includes(officer))
    return refuse('该人员不在本次检查中', 'That officer does not go there')
  const opening = ofKind(draw, 'opening').map(({ data }) => data)
  if ([...opening, ...openedVisits(draw)].some((one) => one.nth === nth))
    refuse('检查已建立，人员在检查中变更', 'The visit is opened: change it there')
  const earlier = ofKind(draw, 'recusal').flatMap(({ data }) => (data.nth === nth ? [data] : []))
  if (!substituteFor(draw.pool, lot.data.seed, visit, earlier))
    refuse('没有可以替换的人员', 'Nobody is left to go instead')
  return { nth, officer, reason }
}

/** What the visits that are still to be opened share: as it was frozen, of the day that was given last. `on`: under which name it stands. */
export const answersNow = (draw: Draw, on: string): Record<string, string> => {
  const given = ofKind(draw, 'day').at(-1)
  return given ? { ...draw.pool.answers, [on]: given.data.day } : draw.pool.answers
}

/** Whether something is still to be opened, and somebody has to give another day first. */
export const wantsNewDay = (draw: Draw, on: string, today: Day): boolean =>
  phaseOf(draw) === 'drawn' &&
  openedVisits(draw).length < draw.pool.count &&
  (answersNow(draw, on)[on] ?? '') < today

/** Refuses a day while the one before has not passed: nobody chooses by it. */
export const newDay = (
  draw: Draw,
  { day, reason }: NewDay,
  { on, today }: { on: string; today: Day },
): NewDay => {
  if (!wantsNewDay(draw, on, today))
    refuse(
      '检查日期未过，或者没有待建立的检查，不能另定日期',
      'The day has not passed, or nothing is left to be opened: no other day can be given',
    )
  if (day < today)
    throw new DomainError('invalid-input', [
      text('新的检查日期不得早于今日', 'The new day may not lie in the past'),
    ])
  return { day, reason }
}

/** Whether the pool is still the one that was frozen. */
export const isIntact = ({ pool, poolSha256 }: Pick<Draw, 'pool' | 'poolSha256'>): boolean =>
  poolHash(pool) === poolSha256

/** What an auditor takes away: it says everything, and rests on nothing else. */
export const recordOf = (draw: Draw) => ({
  draw: draw.id,
  pool: draw.pool,
  poolSha256: draw.poolSha256,
  steps: draw.steps,
  visits: visitsNow(draw),
})
export type DrawRecord = ReturnType<typeof recordOf>
