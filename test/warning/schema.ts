// What does the schema file of CAP 1.2 itself say? Read into the form of the product's table, and asked of a real validator where there is one.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXml } from '../../devices/frames/xml.ts'
import type { Kind, Part, Shape } from '../../domain/warning/cap-shape.ts'
import { childrenOf, type Element } from '../../domain/xml.ts'

export const fixtures = join(import.meta.dirname, '../fixtures/cap')
const file = join(fixtures, 'CAP-v1.2.xsd')

const kinds: Record<string, Kind> = {
  'xs:string': 'text',
  'xs:anyURI': 'address',
  'xs:language': 'language',
  'xs:integer': 'whole',
  'xs:decimal': 'number',
}

const inside = (of: Element, ...path: string[]): Element | undefined =>
  path.reduce<Element | undefined>(
    (at, name) => at && childrenOf(at).find((one) => one.name === name),
    of,
  )

/** The schema as a table; throws for whatever it uses that this cannot read. */
export const shapeOfSchema = (): Shape => {
  const read = readXml(readFileSync(file, 'utf8'))
  if (!read.ok) throw new Error(read.fault.words)
  const shape: Record<string, Part[]> = {}
  const partOf = (element: Element): Part => {
    const {
      name = element.attributes.ref?.replace('cap:', '') ?? '',
      type,
      minOccurs,
      maxOccurs,
    } = element.attributes
    const often = {
      name,
      least: minOccurs === '0' ? (0 as const) : (1 as const),
      many: maxOccurs === 'unbounded',
    }
    const restriction = inside(element, 'simpleType', 'restriction')
    if (restriction) return { ...often, kind: restricted(restriction) }
    const sequence = inside(element, 'complexType', 'sequence')
    if (sequence) {
      shape[name] = childrenOf(sequence)
        .filter((one) => one.name === 'element')
        .map(partOf)
      return { ...often, kind: { parts: name } }
    }
    const kind = element.attributes.ref ? 'text' : kinds[type ?? '']
    if (!kind) throw new Error(`${name}: ${type}`)
    return { ...often, kind }
  }
  const alert = childrenOf(read.xml.root).find((one) => one.attributes.name === 'alert')
  if (alert) partOf(alert)
  return shape
}

const restricted = (restriction: Element): Kind => {
  const values = childrenOf(restriction).filter((one) => one.name === 'enumeration')
  if (restriction.attributes.base === 'xs:dateTime') return 'time'
  return values.map((one) => one.attributes.value ?? '')
}

const validators: [name: string, command: string, args: (document: string) => string[]][] = [
  ['xmllint', 'xmllint', (document) => ['--noout', '--nonet', '--schema', file, document]],
  [
    'lxml',
    'python3',
    (document) => [
      '-c',
      'import sys\nfrom lxml import etree\netree.XMLSchema(etree.parse(sys.argv[1])).assertValid(etree.parse(sys.argv[2]))',
      file,
      document,
    ],
  ],
]

const there = { xmllint: ['--version'], lxml: ['-c', 'import lxml'] } as Record<string, string[]>

/** A validator of this machine; undefined: it has none, and only the table above is asked. */
export const validator = (() => {
  const found = validators.find(
    ([name, command]) => spawnSync(command, there[name] ?? []).status === 0,
  )
  if (!found) return undefined
  const [name, command, args] = found
  return {
    name,
    /** What it has to say against a document in a file; null: nothing. */
    complaint: (document: string): string | null => {
      const { status, stderr } = spawnSync(command, args(document), { encoding: 'utf8' })
      return status === 0 ? null : stderr
    },
  }
})()
