// Do the small parts of running it hold: children, locks, ports, wheels, the interface's build?
import { spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createChildren, processStart } from '../../bin/infra/children.ts'
import { takeLock } from '../../bin/infra/lock.ts'
import { keptPort } from '../../bin/infra/ports.ts'
import { ensurePrograms } from '../../bin/infra/programs.ts'
import { keepRunning } from '../../bin/infra/supervisor.ts'
import { ensureUi } from '../../bin/infra/ui-build.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anjian-run-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const SLEEP = ['-e', 'setInterval(() => undefined, 1000)']
const gone = async (pid: number) => {
  for (let waited = 0; processStart(pid) !== undefined && waited < 5000; waited += 20)
    await new Promise((resolve) => setTimeout(resolve, 20))
  return processStart(pid) === undefined
}

describe('children', () => {
  it('end when they are stopped, and are forgotten', async () => {
    const child = await createChildren(folder).start('sleeper', process.execPath, SLEEP, {
      log: join(folder, 'sleeper.log'),
    })
    await child.stop()
    expect(processStart(child.pid)).toBeUndefined()
    expect(await createChildren(folder).sweep()).toBe(0)
  })

  it('are killed when they do not listen', async () => {
    const deaf = [
      '-e',
      'process.on("SIGTERM", () => undefined); console.log("up"); setInterval(() => undefined, 1000)',
    ]
    const log = join(folder, 'deaf.log')
    const child = await createChildren(folder).start('deaf', process.execPath, deaf, { log })
    while (readFileSync(log, 'utf8') === '') await new Promise((resolve) => setTimeout(resolve, 20))
    await child.stop('SIGTERM', 100)
    expect(await child.gone).toBe('SIGKILL')
  })

  it('end with a parent that is killed', async () => {
    const module = join(import.meta.dirname, '..', '..', 'bin', 'infra', 'children.ts')
    const log = JSON.stringify(join(folder, 'log'))
    const program = `const { createChildren } = await import(${JSON.stringify(module)})
      const child = await createChildren(${JSON.stringify(folder)}).start('sleeper', process.execPath, ${JSON.stringify(SLEEP)}, { log: ${log} })
      console.log(child.pid); setInterval(() => undefined, 1000)`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const pid = await new Promise<number>((resolve) =>
      parent.stdout.once('data', (text) => resolve(Number(text))),
    )
    expect(processStart(pid)).toBeDefined()
    parent.kill('SIGKILL')
    expect(await gone(pid)).toBe(true)
  })

  it('left behind by an earlier run are swept, strangers under a used number are not', async () => {
    mkdirSync(join(folder, 'run'))
    const orphan = spawn(process.execPath, SLEEP, { stdio: 'ignore' })
    const pid = orphan.pid as number
    writeFileSync(join(folder, 'run', `worker.${pid}.pid`), `${pid} SIGTERM ${processStart(pid)}`)
    writeFileSync(join(folder, 'run', 'api.1.pid'), `${process.pid} SIGKILL 12345`)
    expect(await createChildren(folder).sweep()).toBe(1)
    expect(await gone(pid)).toBe(true)
  })
})

describe('a process of the product', () => {
  const supervise = async (program: string) => {
    const script = join(folder, 'worker.mjs')
    writeFileSync(script, program)
    const lines: string[] = []
    const giveUps: string[] = []
    const giveUp = (error: Error) => giveUps.push(error.message)
    const options = {
      children: createChildren(folder),
      env: process.env,
      logs: folder,
      graceMs: 5000,
      log: (text: string) => lines.push(text),
      giveUp,
    }
    return { process: await keepRunning('worker', script, options), output: lines, giveUps }
  }

  it('is started again when it dies', async () => {
    const file = JSON.stringify(join(folder, 'second'))
    const program = `import fs from 'node:fs'; if (!fs.existsSync(${file})) { fs.writeFileSync(${file}, ''); process.exit(3) } setInterval(() => fs.writeFileSync(${file}, 'up'), 50)`
    const worker = await supervise(program)
    await expect
      .poll(
        () => existsSync(join(folder, 'second')) && readFileSync(join(folder, 'second'), 'utf8'),
        { timeout: 5000 },
      )
      .toBe('up')
    await worker.process.stop()
    expect(worker.output).toEqual([expect.stringContaining('worker ended (3), starting it again')])
  })

  it('is given up with its own words when it never stays up', async () => {
    const worker = await supervise(`throw new Error('no table "cases"')`)
    await expect
      .poll(() => worker.giveUps, { timeout: 30_000 })
      .toEqual([expect.stringContaining('no table "cases"')])
    await worker.process.stop()
  }, 20_000)
})

describe('the lock of a folder', () => {
  const file = () => join(folder, 'run', 'start.lock')

  it('is held by one living process', () => {
    const lock = takeLock(file())
    expect(takeLock(file())).toEqual({ heldBy: process.pid })
    if ('release' in lock) lock.release()
    expect(takeLock(file())).toHaveProperty('release')
  })

  it('is not held by a dead one, nor by a stranger with its number', () => {
    mkdirSync(join(folder, 'run'))
    for (const stale of ['999999999 1', `${process.pid} 1`, '']) {
      writeFileSync(file(), stale)
      expect(takeLock(file())).toHaveProperty('release')
      rmSync(file())
    }
  })
})

it('a port is kept while it is free', async () => {
  const port = await keptPort(folder, 'postgres')
  expect(await keptPort(folder, 'postgres')).toBe(port)
  const squatter = createServer().listen(port, '127.0.0.1')
  await new Promise((resolve) => squatter.once('listening', resolve))
  expect(await keptPort(folder, 'postgres')).not.toBe(port)
  squatter.close()
})

it('the interface is built when its sources changed, and only then', async () => {
  mkdirSync(join(folder, 'ui'))
  writeFileSync(join(folder, 'ui', 'main.tsx'), 'one')
  let builds = 0
  const build = async () => {
    builds += 1
    mkdirSync(join(folder, 'dist', 'ui'), { recursive: true })
  }
  await Promise.all([ensureUi(folder, build), ensureUi(folder, build)])
  expect(builds).toBe(1)
  writeFileSync(join(folder, 'ui', 'main.tsx'), 'two')
  await ensureUi(folder, build)
  rmSync(join(folder, 'dist', 'ui'), { recursive: true })
  await ensureUi(folder, build)
  expect(builds).toBe(3)
})

it('a program knows the places of its sources, and only the entry is run as such', async () => {
  mkdirSync(join(folder, 'bin'))
  const printing =
    'console.log(import.meta.main, import.meta.dirname, new URL("x", import.meta.url).pathname)'
  writeFileSync(join(folder, 'bin', 'two.ts'), `${printing}\nexport const three: number = 3`)
  writeFileSync(
    join(folder, 'bin', 'one.ts'),
    `import { three } from './two.ts'\n${printing}\nconsole.log(three)`,
  )
  const program = await ensurePrograms(folder, {
    name: 'further',
    entries: ['bin/one.ts'],
    sources: [],
  })
  const { stdout, stderr } = spawnSync(process.execPath, [program('one')], { encoding: 'utf8' })
  const place = `${join(folder, 'bin')} ${join(folder, 'bin', 'x')}`
  expect(stderr + stdout).toBe(`false ${place}\ntrue ${place}\n3\n`)
  const movedFolder = join(folder, 'moved')
  mkdirSync(movedFolder)
  for (const name of ['bin', 'dist']) renameSync(join(folder, name), join(movedFolder, name))
  const there = await ensurePrograms(movedFolder, {
    name: 'further',
    entries: ['bin/one.ts'],
    sources: [],
  })
  expect(spawnSync(process.execPath, [there('one')], { encoding: 'utf8' }).stdout).toContain(
    `true ${join(movedFolder, 'bin')} `,
  )
})

it('a zip archive is read by ourselves', async () => {
  const script =
    'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1], "w"); z.writestr("a/智.txt", "x" * 1000, 8); z.writestr("b", "plain", 0); z.close()'
  const file = join(folder, 'a.zip')
  expect(spawnSync('python3', ['-c', script, file]).status).toBe(0)
  expect(existsSync(file)).toBe(true)
  const { readZip } = (await import('../../bin/infra/zip.mjs' as string)) as {
    readZip: (bytes: Buffer) => Map<string, () => Buffer>
  }
  const files = readZip(readFileSync(file))
  expect([...files].map(([name, read]) => [name, read().toString()])).toEqual([
    ['a/智.txt', 'x'.repeat(1000)],
    ['b', 'plain'],
  ])
})
