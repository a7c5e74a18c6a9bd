// How is an item of a push translated in these tests?
import { expect } from 'vitest'
import { readMappings } from '../../../devices/push/mapping.ts'
import { translate } from '../../../devices/push/translate.ts'

export const mappings = readMappings()
export const mapping = (name: string) => mappings.get(name) ?? expect.fail(`no mapping ${name}`)
export const told = { secret: 's', flags: [] }
export const translated = (name: string, item: unknown) => translate(mapping(name), item, told)
