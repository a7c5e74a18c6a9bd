// Records the histories of these matters as record.ts does those of hazards: `node test/replay/record-example-matter.ts`.

import { canary } from '../../../../test/replay/canaries.ts'
import { openRecorder } from '../../../../test/replay/recorder.ts'

const recorder = await openRecorder('example-matter', '2026-03-02T01:00:00.000Z')
const { people, save } = recorder
const [asking, answering, leading] = await people(
  'e001.safety',
  'kecheng.inspector1',
  'kecheng.chief',
)

const openCase = async (): Promise<string> =>
  (
    await asking.start('example-matter', {
      title: canary.title,
      question: canary.description,
      dueDate: '2026-03-06',
    })
  ).id

await save('open', await openCase())

const late = await openCase()
await leading.advance('P12D')
await answering.act(late, 'answer', { reply: canary.findings })
await save('answered-late', late)

await recorder.close()
