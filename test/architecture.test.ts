// Does the tree keep its promises: mirrored files, arrows one way, no cycles, sizes, no forbidden words?
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { expect, test } from 'vitest'
import { processes } from '../domain/processes.ts'
import { registers } from '../domain/registers.ts'
import { faultsOfChart } from './support/processes/chart-faults.ts'
import { contentOf, files, importsOf, layered, layerOf, root, sources } from './tree.ts'

/** layer → what it may import values or types from; `type:` = types only. */
const allowed: Record<string, string[]> = {
  domain: [],
  db: ['domain'],
  documents: ['domain'],
  workflows: ['domain', 'type:activities/contract.ts'],
  // The one transaction in which a command becomes a commit: asked by people's processes and by the worker alike.
  commit: ['domain', 'db'],
  activities: ['domain', 'db', 'documents', 'commit', 'devices/port'],
  devices: ['domain', 'db'],
  // Only what delivers speaks to cases.
  'devices/episodes/dispatcher.ts': ['domain', 'db', 'type:workflows/client.ts'],
  'devices/deps.ts': ['domain', 'db', 'type:workflows/client.ts'],
  // What a route takes and answers, said once for who answers and for who asks.
  contract: ['domain'],
  api: ['domain', 'db', 'contract', 'workflows/client.ts'],
  ui: ['domain', 'type:contract'],
}

test('imports point one way', () => {
  const wrong = layered.flatMap(importsOf).filter(({ file, target, typeOnly }) => {
    const from = layerOf(file)
    if (from === 'bin' || layerOf(target) === from) return false
    const may = allowed[file] ?? allowed[from] ?? []
    return !may.some((one) => {
      const [place, needsType] = one.startsWith('type:') ? [one.slice(5), true] : [one, false]
      return (target === place || target.startsWith(`${place}/`)) && (!needsType || typeOnly)
    })
  })
  expect(wrong).toEqual([])
})

test('files never import in a circle, not even types', () => {
  const edges = new Map(layered.map((file) => [file, importsOf(file).map(({ target }) => target)]))
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, path: string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file) || path.includes(file)) return
    for (const next of edges.get(file) ?? []) walk(next, [...path, file])
    done.add(file)
  }
  for (const file of edges.keys()) walk(file, [])
  expect(circles).toEqual([])
})

test('folders import each other one way', () => {
  const arrows = new Set(
    layered
      .filter((file) => layerOf(file) !== 'bin')
      .flatMap(importsOf)
      .map(({ file, target }) => `${dirname(file)} ${dirname(target)}`),
  )
  const both = [...arrows]
    .map((arrow) => arrow.split(' ') as [string, string])
    .filter(([from, to]) => from < to && arrows.has(`${to} ${from}`))
  expect(both.map((pair) => pair.join(' ↔ ')).sort()).toEqual([])
})

test('files are at most 300 lines long', () => {
  const long = sources
    .filter((file) => contentOf(file).split('\n').length > 301)
    .map((file) => `${file}: ${contentOf(file).split('\n').length}`)
  expect(long).toEqual([])
})

test('a folder holds at most 25 files', () => {
  const counts = new Map<string, number>()
  for (const file of files.filter(
    (file) => !/^(test\/fixtures|docs|db\/migrations)\//.test(file) && file.includes('/'),
  ))
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1)
  expect([...counts].filter(([, count]) => count > 25)).toEqual([])
})

test('every source file opens with the question it answers', () => {
  const silent = layered.filter(
    (file) => !/^(#!.*\n)?\/\/ \S.*/.test(contentOf(file)) && !file.endsWith('.d.ts'),
  )
  expect(silent).toEqual([])
})

test('no folder is called after nothing, no file is a barrel', () => {
  const nameless = files.filter((file) =>
    /(^|\/)(utils?|helpers?|common|shared|misc)(\/|\.)/.test(file),
  )
  const barrels = layered.filter(
    (file) =>
      /\/index\.tsx?$/.test(file) && !['workflows/index.ts', 'activities/index.ts'].includes(file),
  )
  expect([...nameless, ...barrels]).toEqual([])
})

test.each(Object.keys(processes))(
  '%s has every mirrored file, and no other process reads them',
  (id) => {
    const mirrored = [
      ...['process', 'statechart', 'clocks', 'rules', 'words'].map(
        (name) => `domain/${id}/${name}.ts`,
      ),
      `workflows/${id}.ts`,
      ...['list', 'detail', 'report'].map((name) => `ui/${id}/${name}.tsx`),
      `ui/${id}/chart.json`,
      ...['statechart', 'clocks', 'rules', 'workflow', 'api', 'browser'].map(
        (name) => `test/${id}/${name}.test.ts`,
      ),
    ]
    expect(mirrored.filter((file) => !files.includes(file))).toEqual([])
    const foreign = layered
      .flatMap(importsOf)
      .filter(
        ({ file, target }) =>
          target.includes(`/${id}/`) &&
          !file.includes(id) &&
          Object.keys(processes).some((other) => other !== id && file.includes(other)),
      )
    expect(foreign).toEqual([])
  },
)

test('the generic spine knows no process by name', () => {
  const lists = [
    'domain/processes.ts',
    'domain/urgent.ts',
    'workflows/index.ts',
    'ui/processes.ts',
    'ui/process-screens.ts',
  ]
  const knowing = layered.filter((file) => {
    if (lists.includes(file) || file.startsWith('domain/law/') || file.startsWith('bin/seed'))
      return false
    // A process names another only as the one to which it leads, a register only as the one that carries out its entries.
    const own = [...Object.keys(processes), 'registers'].some((id) =>
      file.startsWith(`domain/${id}/`),
    )
    const texts = own ? contentOf(file).replaceAll(/process: '[a-z-]+'/g, '') : contentOf(file)
    return Object.keys(processes).some((id) => !file.includes(id) && texts.includes(id))
  })
  expect(knowing).toEqual([])
})

test('a register is a declaration with its tests, and whatever keeps registers knows none by name', () => {
  const ids = Object.keys(registers)
  const mirrored = ids.flatMap((id) => [
    `domain/registers/${id}/register.ts`,
    ...['register', 'api', 'browser'].map((name) => `test/registers/${id}/${name}.test.ts`),
  ])
  expect(mirrored.filter((file) => !files.includes(file))).toEqual([])
  // A process names one only as the one by whose entries an act of it may go, or by what its room says of them.
  const namedIn = (file: string) =>
    Object.keys(processes).some((id) => file.startsWith(`domain/${id}/`))
      ? contentOf(file).replaceAll(
          /register: '[a-z-]+'|'(\.\.\/)+registers\/[a-z-]+\/[a-z-]+\.ts'/g,
          '',
        )
      : contentOf(file)
  const knowing = layered.filter(
    (file) =>
      file !== 'domain/registers.ts' &&
      !file.startsWith('bin/seed') &&
      ids.some((id) => !file.includes(`/${id}/`) && namedIn(file).includes(id)),
  )
  expect(knowing).toEqual([])
})

test.each(Object.values(processes))(
  'the chart of $id uses nothing the core forbids',
  ({ machine }) => {
    expect(faultsOfChart(machine)).toEqual([])
  },
)

test('only the step lets a chart move, and only the store writes a case', () => {
  const movers = layered.filter((file) =>
    /\b(initialTransition|transition|createActor|getNextSnapshot)\b[^\n]*from 'xstate'/.test(
      contentOf(file),
    ),
  )
  expect(movers).toEqual(['domain/engine/snapshots.ts'])
  const writers = layered.filter((file) =>
    /\.(insert|update|delete)\((cases|caseFacts|tasks|obligations|escalationLevels)\)/.test(
      contentOf(file),
    ),
  )
  expect(writers.sort()).toEqual(
    [
      'db/cases/projection-clocks.ts',
      'db/cases/projection-tasks.ts',
      'db/cases/projection.ts',
      'db/cases/case-store.ts',
    ].sort(),
  )
})

test('only devices write what devices tell; whoever wants something of them leaves a command', () => {
  const tables =
    'alarms|alarmEvents|alarmStates|alarmOutbox|alarmReadings|readings|readings1m|latestReadings|positions|latestPositions|deviceSigns|lateExceedances'
  const writes = new RegExp(`\\.(insert|update|delete)\\((${tables})\\)`)
  expect(
    layered.filter((file) => writes.test(contentOf(file)) && !file.startsWith('devices/')),
  ).toEqual([])
})

test('the states of an alarm are named and moved in one place, and no statement judges them', () => {
  const others = layered.filter(
    (file) => !['domain/duty/alarm-states.ts', 'devices/alarms/lifecycle.ts'].includes(file),
  )
  const names = /'latched-acknowledged'/
  const moves = /\b(acked|latched): (true|false)\b/
  const judged = /\bCASE\b((?!\bEND\b)[^`])*\b(active|acked|latched|standing)\b/
  expect(others.filter((file) => names.test(contentOf(file)))).toEqual([])
  expect(
    others.filter(
      (file) => /^devices\/(alarms|episodes)\//.test(file) && moves.test(contentOf(file)),
    ),
  ).toEqual([])
  expect(
    others.filter((file) => file.startsWith('db/alarms/') && judged.test(contentOf(file))),
  ).toEqual([])
})

test('a case asks the calculations of law by the books in force, which two people can change', () => {
  const asks = /\b\w+\.run\(/
  const askers = layered.filter(
    (file) =>
      file.startsWith('domain/') && !file.startsWith('domain/law/') && asks.test(contentOf(file)),
  )
  expect(askers).toEqual([])
})

test('no list is read from Temporal visibility', () => {
  expect(layered.filter((file) => /workflow\.(list|count)\(/.test(contentOf(file)))).toEqual([])
})

test('a place beside a file is named as the disk has it: a URL writes a space or a Chinese sign otherwise', () => {
  expect(
    sources.filter(
      (file) =>
        /import\.meta\.url\)\.pathname/.test(contentOf(file)) &&
        file !== 'test/infra/run.service.test.ts',
    ),
  ).toEqual([])
})

test('links in the documents lead somewhere', () => {
  const broken = files
    // What a template makes lies elsewhere than the template.
    .filter((file) => file.endsWith('.md') && !file.startsWith('templates/'))
    .flatMap((file) =>
      [
        ...readFileSync(join(root, file), 'utf8').matchAll(
          /\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g,
        ),
      ]
        .map(([, link]) => normalize(join(dirname(file), link ?? '')))
        .filter((target) => !existsSync(join(root, target)))
        .map((target) => `${file} → ${relative('.', target)}`),
    )
  expect(broken).toEqual([])
})

test('the repository carries no address of a machine or a registry', () => {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  expect(lock.includes('"resolved"')).toBe(false)
  const homes = sources.filter(
    (file) =>
      /\/(root|home)\/[a-z]|registry\.npmjs|pypi\.org/.test(contentOf(file)) &&
      file !== 'test/architecture.test.ts',
  )
  expect(homes).toEqual([])
})
