#!/usr/bin/env python3
"""Answers scenarios with vde_switch: one process a switch, this script is the cables between them. Needs vde2, no root."""
import os
import select
import socket
import struct
import subprocess
import sys
import tempfile
import time

import scenarios

NOWHERE = 4095        # vde: a port whose untagged VLAN is 4095 takes and gives no untagged frame
ECHO_VLAN = 4001      # two ports of every switch talk here: a frame that came back proves the switch is done
REQUEST = 0xFEEDFACE
PROMPT = b"vde$ "
VLANS = [1, 10, 20, 30, 999, 4000]


class Switch:
    """A vde_switch: its ports are datagram sockets, its management a line-based socket."""

    def __init__(self, folder, number):
        self.folder, self.path = folder, f"{folder}/s{number}"
        self.process = subprocess.Popen(
            ["vde_switch", "-s", self.path, "-M", self.path + ".mgmt", "-n", "32"],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.sockets, self.kept, self.numbers, self.set = {}, [], {}, {}
        self.management = self.connect(self.path + ".mgmt")
        self.reply()
        self.say("hash/setminper 0")
        for vlan in VLANS + [ECHO_VLAN]:
            self.say(f"vlan/create {vlan}")

    def connect(self, path):
        for _ in range(200):
            try:
                made = socket.socket(socket.AF_UNIX)
                made.connect(path)
                return made
            except OSError:
                time.sleep(0.02)
        sys.exit(f"no vde_switch at {path}")

    def reply(self):
        text = b""
        while not text.endswith(PROMPT):
            text += self.management.recv(65536)
        return text

    def say(self, command):
        self.management.sendall(command.encode() + b"\n")
        if b"1000 Success" not in self.reply():
            sys.exit(f"vde_switch refuses: {command}")

    def plug(self, name):
        """Connects a datagram socket to the next free port of the switch (its plug protocol, version 3)."""
        number = len(self.sockets) + 1
        here = f"{self.path}.{number}"
        wire = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        wire.bind(here)
        control = self.connect(self.path + "/ctl")
        address = struct.pack("=H108s", socket.AF_UNIX, here.encode())
        control.sendall(struct.pack("=III", REQUEST, 3, number << 8) + address + b"dojo\0".ljust(128, b"\0"))
        there = control.recv(110)[2:].split(b"\0")[0].decode()
        wire.connect(there)
        wire.setblocking(False)
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        self.kept.append(control)
        self.sockets[name], self.numbers[name], self.set[name] = wire, number, (NOWHERE, [])
        self.say(f"port/setvlan {number} {NOWHERE}")

    def configure(self, name, untagged, tagged):
        old_untagged, old_tagged = self.set[name]
        number = self.numbers[name]
        if (old_untagged, old_tagged) == (untagged, tagged):
            return
        for vlan in old_tagged:
            self.say(f"vlan/delport {vlan} {number}")
        if old_untagged != untagged:
            self.say(f"port/setvlan {number} {untagged}")
        for vlan in tagged:
            self.say(f"vlan/addport {vlan} {number}")
        self.set[name] = (untagged, tagged)

    def take(self, name):
        frames = []
        while True:
            try:
                frames.append(self.sockets[name].recv(65536))
            except BlockingIOError:
                return frames

    def settle(self):
        """Waits until a frame has gone through the switch twice: everything sent before it is through too."""
        for _ in range(2):
            self.sockets["echo1"].send(b"\xff" * 6 + b"\2\0\0\0\1\0" + b"\x88\xb6" + bytes(46))
            select.select([self.sockets["echo2"]], [], [], 2)
            self.take("echo2")


def wanted(port):
    """(untagged VLAN, tagged VLANs); vde has no tagged native VLAN that takes untagged frames."""
    if port is None or port["mode"] == "down":
        return NOWHERE, []
    if port["mode"] == "access":
        return port["vlan"], []
    untagged_out, _, native, allowed = scenarios.trunk_of(port)
    return (native, [v for v in allowed if v != native]) if untagged_out else (NOWHERE, allowed)


def main():
    folder = tempfile.mkdtemp(prefix="dojo-vde.")
    switches = {s: Switch(folder, s) for s in scenarios.SWITCHES}
    try:
        for name in scenarios.host_ports() + scenarios.link_ports():
            switches[int(name[1])].plug(name)
        for switch in switches.values():
            for echo in ("echo1", "echo2"):
                switch.plug(echo)
                switch.configure(echo, ECHO_VLAN, [])
        for number, scenario in enumerate(scenarios.read(), 1):
            answer(switches, scenario, number)
    finally:
        for switch in switches.values():
            switch.process.terminate()
            switch.process.wait()
        subprocess.run(["rm", "-rf", folder], check=False)


def answer(switches, scenario, number):
    if time.time() % 1 > 0.9:
        time.sleep(0.15)      # vde counts in whole seconds how long an address is held: stay inside one
    for switch in switches.values():
        for name in switch.set:
            if not name.startswith("echo"):
                switch.configure(name, *wanted(scenario["ports"].get(name)))
    # Every scenario has addresses of its own instead of an emptied table.
    mark = struct.pack("!I", number)

    def change(frame, old, new):
        swap = lambda mac: new + mac[5:6] if mac[:5] == old else mac
        return swap(frame[:6]) + swap(frame[6:12]) + frame[12:]

    plain, own = b"\2\0\0\0\0", b"\2" + mark
    results = []
    for injected in scenario["inject"]:
        queue, got = [(injected["port"], change(bytes.fromhex(injected["frame"]), plain, own))], []
        while queue:
            at, frame = queue.pop(0)
            switch = switches[int(at[1])]
            switch.sockets[at].send(frame)
            switch.settle()
            for name in [n for n in switch.sockets if not n.startswith("echo")]:
                for out in switch.take(name):
                    if ".L" not in name:
                        got.append((name, change(out, own, plain).hex()))
                    elif name in scenario["ports"]:
                        queue.append((scenarios.far_end(name), out))
        results.append(got)
    scenarios.write(scenario, results)


main()
