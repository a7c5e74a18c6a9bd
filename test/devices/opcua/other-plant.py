# What does another maker's OPC UA server say? A tank with one alarm, driven by lines on stdin.
import asyncio
import sys

from asyncua import Server, ua


async def main(port: int) -> None:
    server = Server()
    await server.init()
    server.set_endpoint(f"opc.tcp://127.0.0.1:{port}/plant")
    server.set_security_policy([ua.SecurityPolicyType.NoSecurity])
    index = await server.register_namespace("urn:anjian:simulated-plant")
    tank = await server.nodes.objects.add_object(ua.NodeId("T101", index), "T101")
    level = await tank.add_variable(ua.NodeId("T101.Level", index), "Level", 50.0)
    alarm = await server.get_event_generator(ua.ObjectIds.ExclusiveLimitAlarmType)
    event = alarm.event
    event.SourceNode, event.SourceName = tank.nodeid, "T101"
    event.ConditionName, event.NodeId = "T101.Level", ua.NodeId("T101.Level.Alarm", index)
    event.InputNode = level.nodeid
    async with server:
        print("ready", flush=True)
        reader = asyncio.StreamReader()
        await asyncio.get_event_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        while line := (await reader.readline()).decode().split():
            value = float(line[1])
            if line[0] == "level":
                await level.write_value(value)
            if line[0] == "alarm":
                active = value > 0
                event.Severity = 700 if active else 100
                event.Retain = True
                event.add_property("ActiveState/Id", active, ua.VariantType.Boolean)
                event.add_property("AckedState/Id", not active, ua.VariantType.Boolean)
                state = ua.LocalizedText("High" if active else "")
                event.add_property("LimitState/CurrentState", state, ua.VariantType.LocalizedText)
                await alarm.trigger(message="High" if active else "Back to normal")


asyncio.run(main(int(sys.argv[1])))
