// How is the interface built: for which browsers, and into which folder?
import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'

const api = process.env.ANJIAN_API ?? 'http://127.0.0.1:8300'
/** Many small chunks compress badly: what every signed-in page needs is one file, what every case needs another. */
const groups = [
  { name: 'core', priority: 2, test: /solid-js.(dist|web)|@solidjs.router|preload-helper|ui.words\.ts$/ },
  {
    name: 'frame',
    test: /query-core|solid-query|solid-js.store|ui.(client|queries|paths|processes)\.ts|ui.parts.(layout|top-bar|navigation|live|keys|me|states|dialog|time|large-text|list-order|page|navigation-words)\.tsx?$/,
  },
  { name: 'facts', test: /ui.parts.(facts|timeline|timeline-words|case-words|changed-bar)\.tsx?$/ },
  { name: 'marks', test: /ui.parts.(due|due-words|badges)\.tsx?$/ },
  { name: 'case', test: /ui.parts.(case-parts|event-bar)\.tsx?$/ },
]

export default defineConfig(({ command }) => {
  // A build started from a test run must be the same build.
  if (command === 'build') process.env.NODE_ENV = 'production'
  return {
    root: resolve(import.meta.dirname, 'ui'),
    plugins: [solid()],
    build: {
      outDir: '../dist/ui',
      emptyOutDir: true,
      manifest: true,
      target: 'chrome90',
      cssTarget: 'chrome90',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { output: { codeSplitting: { groups } } },
    },
    server: { proxy: { '/api': api, '/mailbox': api } },
  }
})
