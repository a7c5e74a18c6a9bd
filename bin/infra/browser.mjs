// Which Chromium and which Chinese font do the browser tests use?
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onPath } from './executables.mjs'
import { Missing, say } from './say.mjs'

/** The shell draws pages as the whole browser does, without windows, and takes a third less of the processors; but what a page keeps for times without a network it forgets. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell']
const WHOLE = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const FONT = 'fonts-noto-cjk'
const FONT_NAME =
  /noto.*cjk|source.?han|wqy|wenquanyi|droid.*fallback|uming|ukai|simsun|simhei|msyh|pingfang|hiragino|heiti|sarasa/i

/**
 * Finds or installs what draws pages, and a CJK font; remembers both in the folder. Answers the paths of the browser that draws most quickly and, where
 * there is one, of a whole browser, which is killed and opened again; throws Missing with what to do.
 */
export function ensureBrowsers(cache) {
  const asked = join(cache, 'browser', 'asked')
  const before = findBrowsers()
  const font = hasChineseFont(cache)
  if (!(before.shell && before.whole && font) && !existsSync(asked)) {
    installWithApt([
      ...(before.whole && font ? [] : [[...(before.whole ? [] : ['chromium']), FONT]]),
      ...(before.shell ? [] : [[SHELLS[0]]]),
    ])
    mkdirSync(join(cache, 'browser'), { recursive: true })
    writeFileSync(asked, '')
  }
  const { shell, whole } = findBrowsers()
  const drawing = shell ?? whole
  if (drawing && hasChineseFont(cache)) return { drawing, whole }
  rmSync(asked, { force: true })
  throw new Missing(
    drawing
      ? 'The browser tests need a Chinese font: install one (for example the package fonts-noto-cjk).'
      : 'The browser tests need Chromium: install it (for example the package chromium), or set CHROMIUM to its path.',
  )
}

function findBrowsers() {
  const own = process.env.CHROMIUM
  if (own && existsSync(own)) {
    const isShell = SHELLS.some((name) => own.endsWith(name))
    return { shell: own, whole: isShell ? firstOnPath(WHOLE) : own }
  }
  return { shell: firstOnPath(SHELLS), whole: firstOnPath(WHOLE) }
}

const firstOnPath = (names) => names.map(onPath).find((path) => path !== undefined)

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

/** Each list by itself: one that is not to be had leaves the others. */
function installWithApt(lists) {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return
  apt('update', '-qq')
  for (const packages of lists) {
    say(`installing ${packages.join(' and ')} for the browser tests (once)`)
    apt('install', '-y', '-qq', '--no-install-recommends', ...packages)
  }
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Without a network it must say so at once.
  const patience = ['-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=1']
  const { status, stderr } = spawnSync('apt-get', [...patience, ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (status !== 0) say(`apt-get ${args[0]} failed: ${stderr.trim().split('\n').at(-1)}`)
  return status === 0
}
