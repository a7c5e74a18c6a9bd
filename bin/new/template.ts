// What does a template become under new names, file by file?
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { type Kind, type Names, renamed } from './names.ts'

const folderOf = (kind: Kind): string => `templates/${kind}`

/** Every file of the template by the path that it has in the repository under the new names. */
export const filesFromTemplate = (root: string, kind: Kind, to: Names): Map<string, string> => {
  const place = join(root, folderOf(kind))
  const paths = globSync('**/*.*', { cwd: place })
    .map((path) => path.split(sep).join('/'))
    .sort()
  return new Map(
    paths.map((path) => [
      renamed(kind, path, to),
      contentOf(kind, path, readFileSync(join(place, path), 'utf8'), to),
    ]),
  )
}

const contentOf = (kind: Kind, path: string, text: string, to: Names): string => {
  if (path.startsWith('test/replay/histories/')) return history(kind, text, to)
  return renamed(kind, /\.tsx?$/.test(path) ? reaimed(folderOf(kind), path, text) : text, to)
}

/** The template stands two folders deeper than what is made of it: an import that leaves it is shortened by these. */
const reaimed = (folder: string, path: string, text: string): string =>
  text.replace(/(from '|import\(')(\.[^']+)'/g, (_, before: string, target: string) => {
    const whole = posix.normalize(posix.join(folder, dirname(path), target))
    const inside = whole.startsWith(`${folder}/`) ? whole.slice(folder.length + 1) : whole
    const aimed = relative(dirname(path), inside).split(sep).join('/')
    return `${before}${aimed.startsWith('.') ? aimed : `./${aimed}`}'`
  })

/** A recorded history says most in base64; what does not name the template stays as it is. */
const history = (kind: Kind, text: string, to: Names): string =>
  renamed(kind, text, to).replace(/"data":"([A-Za-z0-9+/=]+)"/g, (whole, data: string) => {
    const content = Buffer.from(data, 'base64').toString('utf8')
    const renamedContent = renamed(kind, content, to)
    return renamedContent === content
      ? whole
      : `"data":"${Buffer.from(renamedContent, 'utf8').toString('base64')}"`
  })
