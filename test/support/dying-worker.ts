// A worker that is killed at a chosen moment: after a commit and before its answer, after a mail and before its mark,
// before a document has its bytes; or dawdles there.
import { runWorker } from '../../bin/worker.ts'

const die = (): never => {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('unreachable')
}

const dawdle = () => new Promise((resolve) => setTimeout(resolve, 2_000))

const moment = process.env.DIES
await runWorker({
  activities: (activities) => ({
    ...activities,
    advance: async (input) => {
      const result = await activities.advance(input)
      return moment === 'after-commit' && input.commandId !== null ? die() : result
    },
  }),
  documents: (documents) => ({ render: (content, pictures) => (moment === 'before-bytes' ? die() : documents.render(content, pictures)) }),
  mail: (mail) => ({
    send: async (one) => {
      const delivery = await mail.send(one)
      if (moment === 'slow-mail') await dawdle()
      return moment === 'after-mail' ? die() : delivery
    },
  }),
})
