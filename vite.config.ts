// How is the interface built: for which browsers, and into which folder?
import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'

const api = process.env.ANJIAN_API ?? 'http://127.0.0.1:8300'
const testing = process.env.VITEST !== undefined

export default defineConfig({
  root: testing ? '.' : 'ui',
  plugins: testing ? [] : [solid()],
  build: {
    outDir: '../dist/ui',
    emptyOutDir: true,
    manifest: true,
    target: 'chrome90',
    cssTarget: 'chrome90',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': api, '/mailbox': api } },
})
