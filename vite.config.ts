// How is the interface built: for which browsers, and into which folder?
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig, type Plugin, transformWithOxc } from 'vite'
import solid from 'vite-plugin-solid'

const api = process.env.ANJIAN_API ?? 'http://127.0.0.1:8300'
/** Many small chunks compress badly: what every signed-in page needs is one file, what every case needs another. */
const groups = [
  {
    name: 'core',
    priority: 2,
    test: /solid-js.(dist|web)|@solidjs.router|preload-helper|ui.client.(words|client|asking|account.session|case.cases|paths)\.ts$|ui.screen.(page|states|large-text|time|language-switch)\.tsx?$/,
  },
  {
    name: 'frame',
    test: /query-core|solid-query|solid-js.store|ui.reading.(queries|live|network|query|list-order)\.tsx?$|ui.client.live\.ts$|ui.processes\.tsx?$|ui.shell.(layout|top-bar|frame-words)\.tsx?$|ui.screen.(keys|me)\.tsx?$|ui.record.case-page-words\.tsx?$/,
  },
  { name: 'asked', test: /ui.(citizen.asked|client.public)\.ts$/ },
  { name: 'story', test: /ui.reading.(story|whole|own-news)\.ts$|ui.items.asking\.ts$/ },
  { name: 'facts', test: /ui.record.facts\.tsx$/ },
  { name: 'timeline', test: /ui.record.(timeline|timeline-words)\.tsx?$/ },
  { name: 'due', priority: 1, test: /ui.clock.(due|due-words)\.tsx?$/ },
  { name: 'levels', priority: 1, test: /ui.clock.(badges|level-words)\.tsx?$/ },
  { name: 'case', test: /ui.record.(case-parts|event-bar|case-words)\.tsx?$/ },
  {
    name: 'changes',
    test: /ui.admin.(changes.words|calendars.words|rules.(words|entry-words)|amounts.words)\.ts$|law.amounts.in-words\.ts$/,
  },
]

/** Each page's files are named in the first one: every sign of a hash is loaded by everybody. */
const [script, asset] = ['assets/[name]-[hash:7].js', 'assets/[name]-[hash:7][extname]']
/** Large, and wanted by few: asked for when an area is drawn, and without the network a picture stands in for it. */
const movingMap = /^(live-map|maplibre)/
/** A hash is name enough, but for the groups and for what is told by its name. */
const named = ({ name }: { name: string }) =>
  movingMap.test(name) || groups.some((group) => group.name === name)
    ? script
    : 'assets/[hash:7].js'
const names = { entryFileNames: script, chunkFileNames: named, assetFileNames: asset }

/** Of the query library the interface reads through queries alone: its mutations, endless lists and server rendering stay away. */
const unused: Record<string, string> = {
  'mutationCache.js': `export class MutationCache { clear() {} findAll() { return [] } resumePausedMutations() { return Promise.resolve() } }`,
  'infiniteQueryBehavior.js':
    'export const infiniteQueryBehavior = () => undefined, hasNextPage = () => false, hasPreviousPage = () => false',
  'hydration.js': [
    'hydrate',
    'dehydrate',
    'dehydrateQuery',
    'defaultShouldDehydrateMutation',
    'defaultShouldDehydrateQuery',
  ]
    .map((name) => `export const ${name} = () => undefined`)
    .join('\n'),
  'timeoutManager.js': `export const timeoutManager = globalThis, systemSetTimeoutZero = (call) => setTimeout(call, 0)`,
}

/** The same of its client, each method from its name to the brace that ends it. */
const unusedMethods =
  /^\t(isMutating|setMutationDefaults|getMutationDefaults|defaultMutationOptions|\w+InfiniteQuery\w*)\(.*?^\t\}$/gms

const queriesAlone = (): Plugin => ({
  name: 'queries-alone',
  apply: 'build',
  enforce: 'pre',
  load: (id) => unused[/@tanstack.query-core.build.modern.(\w+\.js)$/.exec(id)?.[1] ?? ''],
  transform: (code, id) =>
    /@tanstack.query-core.build.modern.queryClient\.js$/.test(id)
      ? code.replace(unusedMethods, '')
      : undefined,
})

/** Static blocks and `#name in`: Chromium has had them since 94 and 91. */
const tooYoung = /\bstatic\s*\{|#\w+\s+in\b/

/**
 * Bureaus run Chromium 90. Told so, the build would also lower every private field, for a fault of that version which concerns none of ours:
 * a kilobyte and a half for each page. So only sources with younger syntax are lowered; test/ui/older-browsers.test.ts reads what comes of it.
 */
const forChromium90 = (): Plugin => ({
  name: 'for-chromium-90',
  apply: 'build',
  transform: (code, id) =>
    tooYoung.test(code) ? transformWithOxc(code, id, { target: 'chrome90' }) : undefined,
})

const ofMovingMap = (file: string): boolean => movingMap.test(file.replace(/^assets\//, ''))

/** Writes /sw.js with the names of everything it keeps; its version is what the files are, so that each deploy is a new one. */
const serviceWorker = (): Plugin => ({
  name: 'service-worker',
  apply: 'build',
  enforce: 'post',
  generateBundle(_, bundle) {
    const source = readFileSync(resolve(import.meta.dirname, 'ui/service-worker.js'), 'utf8')
    const assets = Object.keys(bundle).filter(
      (name) => name.startsWith('assets/') && !name.endsWith('.map') && !ofMovingMap(name),
    )
    const page = bundle['index.html']
    const shell = page?.type === 'asset' ? String(page.source) : ''
    const version = createHash('sha256')
      .update([...assets, shell, source].join('\n'))
      .digest('hex')
      .slice(0, 12)
    const files = ['/', '/icon.svg', ...assets.map((name) => `/${name}`)]
    const head = `self.shell = ${JSON.stringify({ version, files })}\n`
    this.emitFile({ type: 'asset', fileName: 'sw.js', source: head + source })
  },
})

export default defineConfig(({ command }) => {
  // A build started from a test run must be the same build.
  if (command === 'build') process.env.NODE_ENV = 'production'
  return {
    root: resolve(import.meta.dirname, 'ui'),
    plugins: [solid(), queriesAlone(), forChromium90(), serviceWorker()],
    build: {
      outDir: '../dist/ui',
      emptyOutDir: true,
      manifest: true,
      // What Chromium 90 has as well, but for the syntax that `forChromium90` takes out.
      target: 'chrome98',
      cssTarget: 'chrome90',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { output: { codeSplitting: { groups }, ...names } },
    },
    server: { proxy: { '/api': api, '/mailbox': api } },
  }
})
