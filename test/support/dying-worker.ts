// A worker that is killed at a chosen moment: after a commit and before its answer, or after a mail and before its mark.
import { runWorker } from '../../bin/worker.ts'

const die = (): never => {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('unreachable')
}

const moment = process.env.DIES
await runWorker({
  activities: (activities) => ({
    ...activities,
    advance: async (input) => {
      const result = await activities.advance(input)
      return moment === 'after-commit' && input.commandId !== null ? die() : result
    },
  }),
  mail: (mail) => ({
    send: async (one) => {
      const delivery = await mail.send(one)
      return moment === 'after-mail' ? die() : delivery
    },
  }),
})
