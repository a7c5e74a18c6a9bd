// Which lists of the repository name every process or register, and how is another one written into each?
import { type Kind, type Names, Refusal } from './names.ts'

type List = { path: string; after: RegExp; adds: (to: Names) => string }

/** `after`: what must stand there exactly once; the new line follows it. */
const ofProcesses: List[] = [
  {
    path: 'domain/processes.ts',
    after: /import type \{ ProcessDefinition \} from '.*'\n/g,
    adds: ({ id, camel }) => `import { ${camel} } from './${id}/process.ts'\n`,
  },
  {
    path: 'domain/processes.ts',
    after: /const current = \[[\w,\s]*?(?=,?\s*\])/g,
    adds: ({ camel }) => `,\n  ${camel}`,
  },
  {
    path: 'workflows/index.ts',
    after: /(?:export \{ \w+ \} from '.*'\n)+/g,
    adds: ({ id, camel }) => `export { ${camel} } from './${id}.ts'\n`,
  },
  {
    path: 'ui/processes.ts',
    after: /export const processes: Record<string, Entry> = \{\n(?: {2}.*\n)+/g,
    adds: ({ id, zh, en }) => `  '${id}': { start: { zh: '提出${zh}', en: 'Ask: ${en}' } },\n`,
  },
  {
    path: 'ui/process-screens.ts',
    after: /export const screens: Record<string, \(\) => Promise<Screens>> = \{\n(?: {2}.*\n)+/g,
    adds: ({ id }) => `  '${id}': async () => (await import('./${id}/screens.ts')).screens,\n`,
  },
  {
    path: 'README.md',
    after: /\| process \| begin here \|\n(?:\|.*\|\n)+/g,
    adds: ({ id, zh, en }) => `| ${zh} ${en} | [domain/${id}](domain/${id}/process.ts) |\n`,
  },
]

const ofRegisters: List[] = [
  {
    path: 'domain/registers.ts',
    after: /import type \{ Register \} from '.*'\n/g,
    adds: ({ id, camel }) => `import { ${camel} } from './registers/${id}/register.ts'\n`,
  },
  {
    path: 'domain/registers.ts',
    after: /const declared: Register\[\] = \[/g,
    adds: ({ camel }) => `${camel}, `,
  },
  {
    path: 'README.md',
    after: /\| register \| begin here \|\n(?:\|.*\|\n)+/g,
    adds: ({ id, zh, en }) =>
      `| ${zh} ${en} | [domain/registers/${id}](domain/registers/${id}/register.ts) |\n`,
  },
]

const lists: Record<Kind, List[]> = { process: ofProcesses, register: ofRegisters }

export const listPaths = (kind: Kind): string[] => [...new Set(lists[kind].map(({ path }) => path))]

/** The lists as they are afterwards, by path. Throws `Refusal` where one has no place for it, or more than one. */
export const listsWith = (
  kind: Kind,
  to: Names,
  read: (path: string) => string,
): Map<string, string> => {
  const found = new Map<string, string>()
  for (const { path, after, adds } of lists[kind]) {
    const text = found.get(path) ?? read(path)
    const places = [...text.matchAll(after)]
    const [place] = places
    if (!place || places.length > 1)
      throw new Refusal(
        `${path} cannot be edited safely: ${places.length} places match ${after.source}. Nothing was written.`,
      )
    const end = place.index + place[0].length
    found.set(path, text.slice(0, end) + adds(to) + text.slice(end))
  }
  return found
}
