// What does a plain YAML file say? Just enough of YAML for our own compose file; anything else throws.

export type Yaml = string | Yaml[] | { [key: string]: Yaml }

type Line = { indent: number; text: string; number: number }
type Cursor = { lines: Line[]; at: number; anchors: Map<string, Yaml> }

/** Reads maps, lists, flow lists of strings, scalars, anchors on maps and `<<` merges. Every scalar stays a string. */
export function parseYaml(source: string): Yaml {
  const lines = source
    .split('\n')
    .map((text, index) => ({ indent: text.search(/\S/), text: text.trim(), number: index + 1 }))
  const cursor = {
    lines: lines.filter(({ text }) => text !== '' && !text.startsWith('#')),
    at: 0,
    anchors: new Map<string, Yaml>(),
  }
  const value = block(cursor, 0)
  const rest = cursor.lines[cursor.at]
  if (rest) throw new Error(`YAML line ${rest.number}: not understood: ${rest.text}`)
  return value
}

function block(cursor: Cursor, indent: number): Yaml {
  return cursor.lines[cursor.at]?.text.startsWith('- ') ? list(cursor, indent) : map(cursor, indent)
}

function list(cursor: Cursor, indent: number): Yaml[] {
  const items: Yaml[] = []
  for (
    let line = cursor.lines[cursor.at];
    line?.indent === indent && line.text.startsWith('- ');
    line = cursor.lines[cursor.at]
  ) {
    const text = line.text.slice(2)
    if (/^[\w.-]+: /.test(text)) {
      cursor.lines[cursor.at] = { ...line, indent: indent + 2, text }
      items.push(map(cursor, indent + 2))
    } else {
      cursor.at += 1
      items.push(scalar(text))
    }
  }
  return items
}

function map(cursor: Cursor, indent: number): { [key: string]: Yaml } {
  const result: { [key: string]: Yaml } = {}
  for (
    let line = cursor.lines[cursor.at];
    line?.indent === indent;
    line = cursor.lines[cursor.at]
  ) {
    const [, key = '', anchor, text = ''] =
      /^([\w.<-]+):(?: &([\w-]+))?(?: (.*))?$/.exec(line.text) ?? []
    if (key === '') throw new Error(`YAML line ${line.number}: not understood: ${line.text}`)
    if (key !== '<<' && key in result)
      throw new Error(`YAML line ${line.number}: ${key} appears twice`)
    cursor.at += 1
    const value = text === '' ? nested(cursor, indent) : scalar(text)
    if (anchor) cursor.anchors.set(anchor, value)
    if (key === '<<') Object.assign(result, cursor.anchors.get(text.slice(1)))
    else result[key] = value
  }
  return result
}

function nested(cursor: Cursor, indent: number): Yaml {
  const next = cursor.lines[cursor.at]
  return next && next.indent > indent ? block(cursor, next.indent) : ''
}

function scalar(text: string): Yaml {
  if (text.startsWith('[')) return JSON.parse(text) as string[]
  return text.startsWith('"') ? (JSON.parse(text) as string) : text
}
