// What do the processes on one machine run? One file each, made of its sources and packages: it starts in a third of the time.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { builtFolder, ensureBuilt } from './built.ts'

const SOURCES = [
  'activities',
  'api',
  'bin',
  'db',
  'devices',
  'documents',
  'domain',
  'workflows',
  'package-lock.json',
]
const ENTRIES = [
  ...['api', 'worker', 'auditor', 'devices', 'plant', 'simulate', 'gateways'].map(
    (name) => `bin/${name}.ts`,
  ),
  ...['seed', 'restore', 'found'].map((name) => `bin/${name}.ts`),
  'db/migrate.ts',
]
// Native ones, those that look for files beside them, and all that must see the one protobufjs.
const AS_PACKAGES = [
  '@node-rs/*',
  '@myriaddreamin/*',
  '@temporalio/*',
  'protobufjs',
  'node-opcua*',
  'pg-native',
  'esbuild',
]
// What of the packages is CommonJS asks for Node's modules by `require`.
const REQUIRE = `import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);`

/** Further programs than those of the product, as `{ name: 'test-programs', entries: ['test/support/x.ts'], sources: ['test/support'] }`. */
export type Further = { name: string; entries: string[]; sources: string[] }

/** Builds what differs from its sources, in seconds; answers where the program of a name lies. */
export async function ensurePrograms(
  root: string,
  further?: Further,
): Promise<(name: string) => string> {
  const { name, entries } = further ?? { name: 'programs', entries: ENTRIES }
  const sources = [...SOURCES, ...(further?.sources ?? [])]
  const folder = join(builtFolder(root), name)
  await ensureBuilt(root, {
    name,
    sources,
    kinds: /\.(ts|json)$/,
    placed: true,
    make: () => make(root, folder, entries),
  })
  return (program) => join(folder, `${program}.mjs`)
}

async function make(root: string, folder: string, entries: string[]): Promise<void> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(entries.map((entry) => [basename(entry, '.ts'), entry])),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: AS_PACKAGES,
    banner: { js: REQUIRE },
    // For whoever asks by NODE_OPTIONS=--enable-source-maps; reading them makes every start slower.
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'places',
        setup: ({ onLoad }) =>
          onLoad({ filter: /\.ts$/ }, ({ path }) => placed(root, path, entries)),
      },
    ],
  })
  mkdirSync(folder, { recursive: true })
  linkPackages(root, dirname(folder))
  for (const { path, contents } of outputFiles) {
    writeFileSync(`${path}.new`, contents)
    renameSync(`${path}.new`, path)
  }
}

// Programs that lie outside of the checkout look upwards for packages too.
function linkPackages(root: string, built: string): void {
  const link = join(built, 'node_modules')
  if (built.startsWith(join(root, '/')) || existsSync(link)) return
  symlinkSync(join(root, 'node_modules'), link)
}

/** A source knows its place in the checkout, not that of the file it became a part of; only the entry is run as such. */
function placed(
  root: string,
  path: string,
  entries: string[],
): { contents: string; loader: 'ts' } | undefined {
  const contents = readFileSync(path, 'utf8')
  if (!contents.includes('import.meta.')) return undefined
  const main = entries.some((entry) => join(root, entry) === path)
  const place = { dirname: dirname(path), url: pathToFileURL(path).href, main }
  const code = Object.entries(place).reduce(
    (text, [name, value]) => text.replaceAll(`import.meta.${name}`, JSON.stringify(value)),
    contents,
  )
  return { contents: code, loader: 'ts' }
}
