// Does a name of a confidential answer mean one question only, so that a look shows what was asked for?
import { expect, test } from 'vitest'
import { secretFieldsOf } from '../../../domain/model/confidential.ts'
import { processes } from '../../../domain/processes.ts'

test.each(Object.values(processes))(
  '$id asks each confidential question under a name of its own',
  (process) => {
    const secret = secretFieldsOf(process).map(({ name }) => name)
    const asked = [process.start, ...Object.values(process.events)].flatMap(({ fields }) =>
      fields.map(({ name }) => name),
    )
    expect(secret.filter((name) => asked.filter((one) => one === name).length !== 1)).toEqual([])
  },
)
