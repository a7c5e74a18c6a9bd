// Does the command write a whole process under new names, from a template that is up to date, and nothing at all where it may not?
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chartJson } from '../../bin/charts.ts'
import { sampleOf } from '../../bin/documents/sample.ts'
import { listPaths, listsWith } from '../../bin/new/lists.ts'
import { namesOf, Refusal, templateNames } from '../../bin/new/names.ts'
import { planNew } from '../../bin/new/plan.ts'
import { filesFromTemplate } from '../../bin/new/template.ts'
import { exampleMatter } from '../../templates/process/domain/example-matter/process.ts'
import { plainText } from '../documents/plain-text.ts'
import { deep } from '../support/deep.ts'
import { begunRepository } from './begun-repository.ts'

const root = join(import.meta.dirname, '..', '..')
const names = namesOf('process', 'quarry-permit', {
  zh: '采石许可',
  en: 'Quarry permit',
  word: '采石',
})
const files = filesFromTemplate(root, 'process', names)
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const readable = (text: string) =>
  text.replace(/"data":"([A-Za-z0-9+/=]+)"/g, (_, data: string) =>
    Buffer.from(data, 'base64').toString('utf8'),
  )

describe('the template', () => {
  test('has its chart drawn as it stands, and its letter as it was reviewed', async () => {
    expect(read('templates/process/ui/example-matter/chart.json')).toBe(
      await chartJson(exampleMatter),
    )
    const textsOf = (exampleMatter.documents ?? []).map(
      (one) => `── ${one.id} ← ${one.on[0]}\n${plainText(sampleOf(exampleMatter, one).content)}`,
    )
    await expect(`${textsOf.join('\n\n')}\n`).toMatchFileSnapshot(
      '../../templates/process/test/fixtures/documents/example-matter.txt',
    )
  })
})

describe('the files of a new process', () => {
  test('are those that every process has', () => {
    const mirrored = [
      ...['process', 'statechart', 'clocks', 'rules', 'words'].map(
        (name) => `domain/quarry-permit/${name}.ts`,
      ),
      ...['list', 'detail', 'report'].map((name) => `ui/quarry-permit/${name}.tsx`),
      ...['statechart', 'clocks', 'rules', 'acts', 'desk-walks', 'workflow', 'api', 'browser'].map(
        (name) => `test/quarry-permit/${name}.test.ts`,
      ),
      'workflows/quarry-permit.ts',
      'ui/quarry-permit/chart.json',
      'docs/generated/acts/quarry-permit.md',
      'test/fixtures/documents/quarry-permit.txt',
      'test/replay/histories/quarry-permit@1/open.json',
    ]
    expect(mirrored.filter((path) => !files.has(path))).toEqual([])
  })

  test('hold no name of the template, nor do the histories', () => {
    const old = new RegExp(Object.values(templateNames.process).join('|'), 'i')
    for (const [path, text] of files)
      expect([path, old.exec(path + readable(text))?.[0]]).toEqual([path, undefined])
    expect(readable(files.get('test/replay/histories/quarry-permit@1/open.json') ?? '')).toContain(
      '衢柯采石〔2026〕',
    )
  })

  test('import what is there', () => {
    const imports = [...files].flatMap(([path, text]) =>
      [...text.matchAll(/from '(\.[^']+)'/g)].map(
        ([, target = '']) => [path, join(dirname(path), target)] as const,
      ),
    )
    expect(imports.length).toBeGreaterThan(50)
    expect(
      imports.filter(([, target]) => !files.has(target) && !existsSync(join(root, target))),
    ).toEqual([])
  })

  test('are named once in each list', () => {
    const lists = listsWith('process', names, read)
    for (const path of listPaths('process'))
      expect(lists.get(path)?.split('quarry-permit').length, path).toBeGreaterThan(1)
    expect(lists.get('domain/processes.ts')).toMatch(
      /const current = \[[^\]]*,\n {2}quarryPermit,\n\]/,
    )
  })
})

describe('in a repository', () => {
  const { place, git } = begunRepository('process', ['test/law/expiry.test.ts'])
  const refusal = (wanted: () => unknown): string => {
    try {
      wanted()
    } catch (error) {
      if (error instanceof Refusal) return error.message
      throw error
    }
    return ''
  }

  test('what may be written is planned', () => {
    expect(planNew(place, 'process', names).files.size).toBe(files.size)
  })

  test.each([
    'Quarry',
    'quarry',
    'quarry_permit',
    'quarry-',
    'quarry-Permit',
    '../quarry-permit',
    '采石-许可',
  ])('%s is no id', (id) => {
    expect(refusal(() => namesOf('process', id))).toContain('is no id')
  })

  test('a word that is no two characters, or that another process has, is refused', () => {
    expect(refusal(() => namesOf('process', 'quarry-permit', { word: '采' }))).toContain(
      'two characters',
    )
    expect(refusal(() => namesOf('process', 'quarry-permit', { word: '隐患' }))).toContain(
      'another process',
    )
  })

  test('a name that exists, or that the spine would then know, is refused', () => {
    mkdirSync(join(place, 'ui/quarry-permit'), { recursive: true })
    expect(refusal(() => planNew(place, 'process', names))).toContain(
      'exists already: ui/quarry-permit',
    )
    rmSync(join(place, 'ui/quarry-permit'), { recursive: true })
    expect(refusal(() => planNew(place, 'process', namesOf('process', 'like-this')))).toContain(
      'bin/new',
    )
  })

  test('a list that somebody is at work on, or that looks otherwise, is refused', () => {
    const path = join(place, 'workflows/index.ts')
    const before = readFileSync(path, 'utf8')
    writeFileSync(path, `${before}// more\n`)
    expect(refusal(() => planNew(place, 'process', names))).toContain('M workflows/index.ts')
    writeFileSync(path, '// nothing here\n')
    git('commit', '-qam', 'emptied')
    expect(refusal(() => planNew(place, 'process', names))).toContain('cannot be edited safely')
  })

  test('the command writes what was planned, once, and every change of the tutorial fits what it wrote', () => {
    const command = () =>
      spawnSync(process.execPath, ['bin/new.ts', 'process', 'site-visit'], {
        cwd: place,
        encoding: 'utf8',
      })
    const apply = (change: string) =>
      spawnSync('git', ['apply', '-'], { cwd: place, encoding: 'utf8', input: change })
    git('checkout', '-q', '-f', 'begun')
    expect(command().stderr).toBe('')
    const written = git('status', '--porcelain', '-uall').trim().split('\n')
    expect(written.filter((line) => line.startsWith('??'))).toHaveLength(files.size)
    expect(
      written.filter((line) => !line.startsWith('??')).map((line) => line.trim().slice(2).trim()),
    ).toEqual(listPaths('process').sort())
    expect(command()).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('site-visit exists already'),
    })
    expect(git('status', '--porcelain', '-uall').trim().split('\n')).toEqual(written)
    const changes = [...read('docs/tutorial.md').matchAll(/```diff\n(.*?)```/gs)].map(
      ([, change = '']) => change,
    )
    expect(changes.length).toBeGreaterThan(10)
    expect(
      changes
        .map(apply)
        .filter(({ status }) => status !== 0)
        .map(({ stderr }) => stderr),
    ).toEqual([])
  })

  // What the tutorial writes is typed by nobody else.
  test.runIf(deep)('what the tutorial then has written is typed', () => {
    const typed = ['domain/processes.ts', 'domain/law/rule-book.ts']
    writeFileSync(
      join(place, 'tsconfig.json'),
      JSON.stringify({ extends: join(root, 'tsconfig.json'), include: [], files: typed }),
    )
    const types = spawnSync(
      join(root, 'node_modules', '.bin', 'tsc'),
      ['--noEmit', '--singleThreaded'],
      { cwd: place, encoding: 'utf8' },
    )
    expect(types.stdout).toBe('')
  })
})
