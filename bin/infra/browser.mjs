// Which Chromium and which Chinese font do the browser tests use?
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onPath } from './executables.mjs'
import { Missing, say } from './say.mjs'

/** The shell draws pages as the whole browser does, without windows, and takes a third less of the processors. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell']
const NAMES = [...SHELLS, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const FONT = 'fonts-noto-cjk'
const FONT_NAME =
  /noto.*cjk|source.?han|wqy|wenquanyi|droid.*fallback|uming|ukai|simsun|simhei|msyh|pingfang|hiragino|heiti|sarasa/i

/** Finds or installs a Chromium and a CJK font, remembering both in the folder; returns the browser's path, or throws Missing with what to do. */
export function ensureBrowser(cache) {
  const found = findBrowser(cache)
  if (found && hasChineseFont(cache)) return remember(cache, found)
  installWithApt(
    found
      ? [[FONT]]
      : [
          [SHELLS[0], FONT],
          ['chromium', FONT],
        ],
  )
  const installed = findBrowser(cache)
  if (installed && hasChineseFont(cache)) return remember(cache, installed)
  throw new Missing(
    installed
      ? 'The browser tests need a Chinese font: install one (for example the package fonts-noto-cjk).'
      : 'The browser tests need Chromium: install it (for example the package chromium), or set CHROMIUM to its path.',
  )
}

function findBrowser(cache) {
  const kept = join(cache, 'browser', 'path')
  const candidates = [
    process.env.CHROMIUM,
    ...NAMES.map(onPath),
    existsSync(kept) ? readFileSync(kept, 'utf8').trim() : undefined,
  ]
  return candidates.find((path) => path && existsSync(path))
}

function remember(cache, path) {
  const folder = join(cache, 'browser')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'path'), path)
  return path
}

function hasChineseFont(cache) {
  const mark = join(cache, 'browser', 'font')
  if (existsSync(mark) && existsSync(readFileSync(mark, 'utf8'))) return true
  const font = fontByFontconfig() ?? fontInFolders()
  if (font === undefined) return false
  mkdirSync(join(cache, 'browser'), { recursive: true })
  writeFileSync(mark, font)
  return true
}

function fontByFontconfig() {
  const list = spawnSync('fc-list', [':lang=zh', 'file'], { encoding: 'utf8' })
  return list.stdout?.split('\n').at(0)?.replace(/:.*$/, '').trim() || undefined
}

function fontInFolders() {
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    '/Library/Fonts',
    '/System/Library/Fonts',
    'C:\\Windows\\Fonts',
  ]
  for (const folder of folders.filter((path) => existsSync(path))) {
    const file = readdirSync(folder, { recursive: true }).find((name) =>
      FONT_NAME.test(String(name)),
    )
    if (file) return join(folder, String(file))
  }
  return undefined
}

/** Installs the first of the choices that there is. */
function installWithApt(choices) {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return
  apt('update', '-qq')
  choices.some((packages) => {
    say(`installing ${packages.join(' and ')} for the browser tests (once)`)
    return apt('install', '-y', '-qq', '--no-install-recommends', ...packages)
  })
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, stderr } = spawnSync('apt-get', args, {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (status !== 0) say(`apt-get ${args[0]} failed: ${stderr.trim().split('\n').at(-1)}`)
  return status === 0
}
