# What does another maker's OPC UA server say? A tank with one alarm, driven by lines on stdin; what it holds outlives it, as in a plant.
import asyncio
import json
import sys
from pathlib import Path

from asyncua import Server, ua

# It answers Republish as this maker's stack does: with Good and an empty message, for ever.
PORT, STATE, SHELF = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
FRESH = {"level": 50.0, "active": False, "acked": True, "comment": None, "calls": []}


class Plant:
    def __init__(self) -> None:
        self.held = json.loads(STATE.read_text()) if STATE.exists() else FRESH

    def keep(self, **changes) -> None:
        self.held.update(changes)
        # Whoever reads it meanwhile reads it whole.
        fresh = STATE.with_suffix('.new')
        fresh.write_text(json.dumps(self.held))
        fresh.replace(STATE)

    async def build(self, server: Server) -> None:
        index = await server.register_namespace("urn:anjian:simulated-plant")
        tank = await server.nodes.objects.add_object(ua.NodeId("T101", index), "T101")
        self.level = await tank.add_variable(ua.NodeId("T101.Level", index), "Level", self.held["level"])
        condition = await tank.add_object(ua.NodeId("T101.Level.Alarm", index), ua.QualifiedName("Alarm", index))
        state = await condition.add_variable(ua.NodeId("T101.Acked", index), ua.QualifiedName("AckedState", 0), ua.LocalizedText(""))
        self.acked = await state.add_property(ua.NodeId("T101.Acked.Id", index), ua.QualifiedName("Id", 0), self.held["acked"])
        arguments = [ua.VariantType.ByteString, ua.VariantType.LocalizedText]
        await condition.add_method(ua.NodeId("T101.Ack", index), ua.QualifiedName("Acknowledge", 0), self.acknowledge, arguments, [])
        self.alarm = await server.get_event_generator(ua.ObjectIds.ExclusiveLimitAlarmType)
        event = self.alarm.event
        event.SourceNode, event.SourceName = tank.nodeid, "T101"
        event.ConditionName, event.NodeId = "T101.Level", condition.nodeid
        event.InputNode = self.level.nodeid
        if self.held["active"] or not self.held["acked"]:
            await self.tell()

    async def tell(self) -> None:
        event, active, acked = self.alarm.event, self.held["active"], self.held["acked"]
        event.Severity = 700 if active else 100
        event.Retain = True
        event.add_property("ActiveState/Id", active, ua.VariantType.Boolean)
        event.add_property("AckedState/Id", acked, ua.VariantType.Boolean)
        state = ua.LocalizedText("High" if active else "")
        event.add_property("LimitState/CurrentState", state, ua.VariantType.LocalizedText)
        await self.acked.write_value(acked)
        await self.alarm.trigger(message="High" if active else "Back to normal")

    # As many do: whoever acknowledges last is remembered with his words; no words (Part 9 §5.7.3) leave the old ones.
    async def acknowledge(self, _parent, event, comment):
        told = comment.Value
        words = {} if told.Text is None and told.Locale is None else {"comment": told.Text or ""}
        self.keep(acked=True, calls=[*self.held["calls"], told.Text], **words)
        await self.tell()
        return []

    async def obey(self, line: list[str]) -> None:
        value = float(line[1])
        if line[0] == "level":
            self.keep(level=value)
            await self.level.write_value(value)
        if line[0] == "alarm":
            self.keep(active=value > 0, **({"acked": False} if value > 0 else {}))
            await self.tell()


async def main() -> None:
    server = Server()
    server.iserver.bind_condition_methods = True
    await server.init(SHELF)
    SHELF.touch()
    server.set_endpoint(f"opc.tcp://127.0.0.1:{PORT}/plant")
    server.set_security_policy([ua.SecurityPolicyType.NoSecurity])
    plant = Plant()
    await plant.build(server)
    async with server:
        print("ready", flush=True)
        reader = asyncio.StreamReader()
        await asyncio.get_event_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        while line := (await reader.readline()).decode().split():
            await plant.obey(line)


asyncio.run(main())
