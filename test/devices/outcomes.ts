// What is each published frame to leave behind, as `outcomes.txt` beside it has it?
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** `frame`: file and line; `at`: when it comes, Beijing time; `dialect`: what the registry says of its sender only then. */
export type Outcome = {
  frame: string
  at: string
  dialect: Record<string, unknown> | null
  lines: OutcomeLine[]
}

/** An answer (`> `) or a row of PostgreSQL; `ways`: in which it comes so, `otherwise` in those that no line of its frame names; none: in all. */
type OutcomeLine = { ways: string[]; text: string }

/** Blocks between empty lines: `file:line at moment`, then a line for each answer and each row. */
export const outcomesOf = (protocol: string): Outcome[] =>
  readFileSync(join(import.meta.dirname, '../fixtures', protocol, 'outcomes.txt'), 'utf8')
    .split('\n\n')
    .map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith('# ')))
    .filter((block) => block.length > 0)
    .map(([head = '', ...lines]) => {
      const [, frame, at, dialect] = /^(\S+) at (\S+ \S+)(?: as (\{.*\}))?$/.exec(head) ?? []
      if (frame === undefined || at === undefined) throw new Error(`no frame and moment: ${head}`)
      return {
        frame,
        at,
        dialect: dialect === undefined ? null : JSON.parse(dialect),
        lines: lines.map(outcomeLine),
      }
    })

const outcomeLine = (written: string): OutcomeLine => {
  const [, ways = '', text = ''] = /^(?:\[(.+?)\] )?(.*)$/.exec(written) ?? []
  return { ways: ways === '' ? [] : ways.split(', '), text }
}

export const outcomeIn = (
  { lines }: Outcome,
  way: string,
): { answers: string[]; stands: string[] } => {
  const special = lines.some(({ ways }) => ways.includes(way))
  const all = lines
    .filter(
      ({ ways }) =>
        ways.length === 0 || ways.includes(way) || (ways.includes('otherwise') && !special),
    )
    .map(({ text }) => text)
  return {
    answers: all.filter((text) => text.startsWith('> ')).map((text) => text.slice(2)),
    stands: all.filter((text) => !text.startsWith('> ')).toSorted(),
  }
}
