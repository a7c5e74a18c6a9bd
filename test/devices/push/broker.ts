// A broker of MQTT 5 to try the client on: one client, QoS 0 and 1, and it remembers what was acknowledged with which code.
import { createServer, type Socket } from 'node:net'
import mqttPacket, { type IConnectPacket, type ISubscribePacket } from 'mqtt-packet'

export type Broker = Awaited<ReturnType<typeof openBroker>>

type Message = { topic: string; payload: string; retain?: boolean }

export const openBroker = async () => {
  const connects: IConnectPacket[] = []
  const subscribed: ISubscribePacket[] = []
  const acknowledged = new Map<number, number>()
  const unacknowledged = new Map<number, Message>()
  let client: Socket | undefined
  let last = 0
  const write = (packet: Parameters<typeof mqttPacket.generate>[0]): void =>
    void client?.write(mqttPacket.generate(packet, { protocolVersion: 5 }))
  const publish = (id: number, message: Message, dup: boolean): void =>
    write({
      cmd: 'publish',
      qos: 1,
      dup,
      retain: message.retain ?? false,
      messageId: id,
      topic: message.topic,
      payload: message.payload,
    })
  const server = createServer((socket) => {
    client = socket
    const parser = mqttPacket.parser({ protocolVersion: 5 })
    parser.on('packet', (packet) => {
      if (packet.cmd === 'connect') {
        connects.push(packet)
        write({ cmd: 'connack', reasonCode: 0, sessionPresent: connects.length > 1 })
        // What was never acknowledged is sent again to the same session.
        for (const [id, message] of unacknowledged) publish(id, message, true)
      } else if (packet.cmd === 'subscribe') {
        subscribed.push(packet)
        write({
          cmd: 'suback',
          messageId: packet.messageId ?? 0,
          granted: packet.subscriptions.map(() => 1),
        })
      } else if (packet.cmd === 'puback') {
        acknowledged.set(packet.messageId ?? 0, packet.reasonCode ?? 0)
        unacknowledged.delete(packet.messageId ?? 0)
      } else if (packet.cmd === 'pingreq') write({ cmd: 'pingresp' })
    })
    socket.on('data', (bytes) => parser.parse(bytes)).on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    connects,
    subscribed,
    acknowledged,
    url: `mqtt://127.0.0.1:${port}`,
    /** With QoS 0: it is sent once and forgotten. */
    sendOnce: (topic: string, payload: unknown): void =>
      write({
        cmd: 'publish',
        qos: 0,
        dup: false,
        retain: false,
        topic,
        payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
      }),
    send: (topic: string, payload: unknown, retain = false): number => {
      const id = ++last
      const message = {
        topic,
        payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
        retain,
      }
      unacknowledged.set(id, message)
      publish(id, message, false)
      return id
    },
    cut: () => client?.destroy(),
    close: async () => {
      client?.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
