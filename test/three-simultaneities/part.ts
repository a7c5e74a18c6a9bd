// Who takes part in a project before the real API, and how do they act there?
import type { CaseView } from '../../contract/case/cases.ts'
import { surely } from '../api/case/core-path.ts'
import { type OwnProduct, openOwnProduct, signInAs } from '../api/own-product.ts'
import { type PersonAtWork, ProblemError, walkTo } from '../support/servers/product.ts'
import { sample } from './playing.ts'

const cast = {
  boss: 'e001.principal',
  other: 'e002.principal',
  clerk: 'kecheng.clerk',
  first: 'kecheng.reviewer1',
  second: 'kecheng.reviewer2',
  chief: 'kecheng.chief',
  lawyer: 'kecheng.legal',
  leader: 'kecheng.leader',
  cityClerk: 'city.clerk',
  cityChief: 'city.hazchem',
  abroad: 'jiangshan.clerk',
} as const
export type Part = keyof typeof cast
export type Line = [Part, string, Record<string, unknown>?]

const form = { site: '三号地块', nature: 'new', scale: '年产两万吨', grounds: ['entrusted'] }

/** The whole product at a legal time, with everybody signed in. */
export const openProject = async (at: string) => {
  const product: OwnProduct = await openOwnProduct(at)
  const people: Record<Part, PersonAtWork> = await signInAs(product, cast)
  const view = (id: string, who: Part = 'chief'): Promise<CaseView> => people[who].view(id)
  /** The period of that name that runs, else the last of them. */
  const clock = async (id: string, name: string, who: Part = 'chief') => {
    const named = (await view(id, who)).clocks.filter((one) => one.clock === name)
    return named.find(({ now }) => now) ?? named.at(-1)
  }
  return {
    people,
    view,
    clock,
    close: () => product.closeAll(),
    due: async (id: string, name: string, who: Part = 'chief') => (await clock(id, name, who))?.due,
    registers: async (
      kind: string,
      more: Record<string, unknown> = {},
      who: Part = 'boss',
    ): Promise<string> =>
      (
        await surely((key) =>
          people[who].start(
            'three-simultaneities',
            { ...form, name: `${kind}项目`, kind, ...more },
            key,
          ),
        )
      ).id,
    does: async (id: string, ...lines: Line[]) => {
      for (const [who, type, data = sample(type) ?? {}] of lines) {
        const whole = type.startsWith('apply-')
          ? await people[who].withPapers('three-simultaneities', type, data)
          : data
        await people[who].act(id, type, whole)
      }
    },
    until: (date: string) => walkTo(product, people.chief, date),
  }
}

export const refusal = async (wanted: () => Promise<unknown>): Promise<string> => {
  try {
    await wanted()
    return 'done'
  } catch (error) {
    if (error instanceof ProblemError)
      return `${error.problem.code}: ${error.problem.reasons.map(({ zh }) => zh).join('；')}`
    throw error
  }
}

export const opined: Line[] = [
  ['first', 'submit-opinion'],
  ['second', 'sign', {}],
  ['chief', 'endorse'],
]
export const onSite: Line[] = [
  ['first', 'begin-site-check'],
  ['first', 'site-check-passed'],
  ['second', 'sign', {}],
]
export const servedOn = (day: string): Line => [
  'clerk',
  'serve-approval',
  { ...sample('serve-approval'), servedOn: day },
]
