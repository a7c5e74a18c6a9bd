// How does a new process or register begin? `npm run new -- process <id>` writes a small one that runs, with its tests, from templates/.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Kind, namesOf, Refusal, templateNames } from './new/names.ts'
import { type Plan, planNew } from './new/plan.ts'

const root = join(import.meta.dirname, '..')
const usage = `npm run new -- process|register <id> [--zh 标题] [--en "Title"] [--word 字号]
  id       two or more words in small letters with hyphens between them: like-this
  --zh     what it is called in Chinese; --en in English
  --word   the two characters in the numbers of its cases or entries`

const isKind = (word: string | undefined): word is Kind =>
  word !== undefined && Object.hasOwn(templateNames, word)

/** Where it is to be seen, and where to go on reading. */
const beginnings: Record<Kind, (id: string) => string> = {
  process: (id) =>
    `http://localhost:8300/report/${id} as e001.safety.\nIts door is domain/${id}/process.ts; docs/tutorial.md goes on from here.`,
  register: (id) =>
    `http://localhost:8300/registers/${id} as e001.safety.\nIt is declared in domain/registers/${id}/register.ts; docs/tutorial-register.md goes on from here.`,
}

/** All or nothing: what fails half-way leaves the repository as it was. */
const write = ({ files, lists }: Plan): void => {
  const before = new Map(
    [...lists.keys()].map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  )
  try {
    for (const [path, text] of [...files, ...lists]) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    format([...files.keys(), ...lists.keys()].filter((path) => /\.tsx?$/.test(path)))
  } catch (error) {
    for (const [path, text] of before) writeFileSync(join(root, path), text)
    for (const path of files.keys()) rmSync(join(root, path), { force: true })
    throw error
  }
}

/** A longer name may need another line. */
const format = (paths: string[]): void => {
  const biome = join(root, 'node_modules', '.bin', 'biome')
  const { status, stdout, stderr } = spawnSync(biome, ['check', '--write', ...paths], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`biome: ${stdout}${stderr}`)
}

const main = (args: string[]): void => {
  const options = {
    zh: { type: 'string' },
    en: { type: 'string' },
    word: { type: 'string' },
  } as const
  const { positionals, values } = parseArgs({ args, options, allowPositionals: true })
  const [kind, id, ...more] = positionals
  if (!isKind(kind) || id === undefined || more.length > 0) throw new Refusal(usage)
  const names = namesOf(kind, id, values)
  const plan = planNew(root, kind, names)
  write(plan)
  console.log(
    [...plan.files.keys(), ...[...plan.lists.keys()].map((path) => `${path} (a line more)`)].join(
      '\n',
    ),
  )
  console.log(
    `\n${names.zh} ${names.en} is there: npm run check, npm start, then ${beginnings[kind](id)}`,
  )
}

try {
  main(process.argv.slice(2))
} catch (error) {
  console.error(
    error instanceof Refusal || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
      ? (error as Error).message
      : error,
  )
  process.exitCode = 1
}
