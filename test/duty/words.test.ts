// Is a condition said in words at the desk, whoever has named it?
import { expect, test } from 'vitest'
import { conditionWords } from '../../domain/duty/words.ts'

test('our own by its words, a device’s by the name it gave, a node of a plant’s server never by its address', () => {
  expect(conditionWords('high').zh).toBe('超上限')
  expect(conditionWords('E-17')).toEqual({ zh: 'E-17', en: 'E-17' })
  for (const node of ['nsu=urn:plant;s=T101.Level.Alarm', 'ns=2;i=17'])
    expect(conditionWords(node).zh).toBe('装置报警')
})
