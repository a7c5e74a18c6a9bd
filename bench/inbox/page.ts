// How is docs/benchmarks.md kept together, when a run may measure only a part of it?

/** Below this line stands what people have written; a run leaves it as it is. */
const HANDWRITTEN_MARK = '<!-- below: written by hand, kept by `npm run bench` -->'

/** What can be measured by itself, in the order of the page; each stands between its mark and the next. */
const parts = [
  'inbox',
  'export',
  'enforcement',
  'phones',
  'compute',
  'calendar',
  'wall',
  'midnight',
  'hours',
  'outage',
  'devices',
  'emergencies',
  'year',
  'incident',
  'plans',
] as const
export type Part = (typeof parts)[number]

type Page = { head: string; sections: Map<Part, string>; handwrittenPart: string }

const markOf = (part: Part): string => `<!-- ${part} -->`

const taken = (page: string): Page => {
  const [measured = '', ...rest] = page.split(HANDWRITTEN_MARK)
  const [head = '', ...cut] = measured.split(new RegExp(`^<!-- (${parts.join('|')}) -->$`, 'm'))
  const sections = new Map(
    cut.flatMap((name, at) => (at % 2 === 0 ? [[name as Part, (cut[at + 1] ?? '').trim()]] : [])),
  )
  return { head: head.trim(), sections, handwrittenPart: rest.join(HANDWRITTEN_MARK).trim() }
}

const put = ({ head, sections, handwrittenPart }: Page): string => {
  const measured = parts.flatMap((part) =>
    sections.has(part) ? [`${markOf(part)}\n${sections.get(part)}`] : [],
  )
  return `${[head, ...measured, `${HANDWRITTEN_MARK}\n\n${handwrittenPart}`].join('\n\n').trim()}\n`
}

const targetsHead = /^\| target \| figure \| {2}\|\n\| --- .*\n/m

/** The rows of the first table of targets in a text. */
const targetRows = (text: string): string[] => {
  const from = targetsHead.exec(text)
  if (!from) return []
  const rows = text.slice(from.index + from[0].length).split('\n')
  const end = rows.findIndex((row) => !row.startsWith('|'))
  return end < 0 ? rows : rows.slice(0, end)
}

const rowsOf = (sections: Map<Part, string>): string[] =>
  parts.flatMap((part) => targetRows(sections.get(part) ?? ''))

/** The first table of the page shows the targets of all parts: those of `before` go, those of now come. */
const allTargets = (head: string, before: Map<Part, string>, now: Map<Part, string>): string => {
  const old = new Set(rowsOf(before))
  const targets = targetRows(head)
  const own = targets.filter((row) => !old.has(row))
  return targets.length === 0
    ? head
    : head.replace(targets.join('\n'), () => [...own, ...rowsOf(now)].join('\n'))
}

/** The page with one part measured anew; all others stay. */
export const withPart = (page: string, part: Part, section: string): string => {
  const { head, sections, handwrittenPart } = taken(page)
  const now = new Map([...sections, [part, section.trim()] as const])
  return put({ head: allTargets(head, sections, now), sections: now, handwrittenPart })
}

/** A new head with the parts and the handwriting of the page before. */
export const withHead = (page: string, head: string): string => {
  const { sections, handwrittenPart } = taken(page)
  return put({ head: allTargets(head.trim(), new Map(), sections), sections, handwrittenPart })
}
