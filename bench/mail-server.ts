// Who takes the mails of the measured product? The demo's SMTP server, in a process of its own so that the driver does not pay for it.
import { startSmtp } from '../bin/infra/mail/smtp.ts'

await startSmtp({ folder: process.env.FOLDER ?? '.', port: Number(process.env.PORT) })
